package dev.kilat.contracts.http;

/// How an event is doing now.
///
/// @param guests their connections in the event's room
/// @param photoCount photos that guests see
/// @param commentCount comments that guests see
public record EventMetrics(
        long guests,
        long photoCount,
        long likeCount,
        long commentCount,
        PublishLatency publishLatency) {}
