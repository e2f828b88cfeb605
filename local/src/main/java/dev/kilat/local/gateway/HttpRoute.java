package dev.kilat.local.gateway;

/// A route of the HTTP API.
///
/// @param routeKey as the template writes it, e.g. `GET /api/gallery/{slug}`
/// @param function logical id of the function that answers it
public record HttpRoute(String routeKey, String function) {}
