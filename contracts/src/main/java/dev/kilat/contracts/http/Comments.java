package dev.kilat.contracts.http;

import java.util.List;

/// A photo's comments, oldest first.
public record Comments(List<Comment> comments) {}
