package dev.kilat.contracts.http;

import java.util.List;

/// @param comments newest first
public record ModeratedComments(List<ModeratedComment> comments) {}
