package dev.kilat.local.engine;

/// What one request, or one item in it, asks for.
record Access(String action, String resourceArn) {}
