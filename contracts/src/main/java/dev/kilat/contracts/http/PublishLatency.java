package dev.kilat.contracts.http;

import org.jspecify.annotations.Nullable;

/// From the moment Kilat heard of an uploaded photo until its frame had been posted to the room.
///
/// @param photos how many were measured, over the last one to two hours
/// @param p50Ms null before the first
public record PublishLatency(long photos, @Nullable Long p50Ms, @Nullable Long p95Ms) {}
