package dev.kilat.contracts.http;

/// @param url absolute; it never changes what it shows
/// @param width pixels; so is the height
public record Thumbnail(String url, int width, int height) {}
