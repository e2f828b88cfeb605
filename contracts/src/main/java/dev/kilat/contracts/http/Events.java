package dev.kilat.contracts.http;

import java.util.List;

/// All events.
public record Events(List<Event> events) {}
