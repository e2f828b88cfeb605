package dev.kilat.contracts.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Photos, newest first.
///
/// @param cursor where to follow from: what is committed after it is not in the page
/// @param before asks for the next page; null at the end
public record Page(List<Photo> photos, String cursor, @Nullable String before) {}
