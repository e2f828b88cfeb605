package dev.kilat.contracts.http;

/// @param cursor where to follow from
/// @param pollSeconds how long to wait between polls while not connected
public record Gallery(GuestEvent event, long photoCount, String cursor, int pollSeconds) {}
