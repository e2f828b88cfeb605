package dev.kilat.contracts.http;

import java.util.List;

/// The tickets, in the order of the files asked for.
public record Uploads(List<Upload> uploads) {}
