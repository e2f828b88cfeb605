package dev.kilat.local.gateway;

/// A route of the WebSocket API.
///
/// @param routeKey as the template writes it, e.g. `$connect`
/// @param function logical id of the function that answers it
/// @param returnsResponse whether the function's answer goes back to the client that sent the
///   message
public record SocketRoute(String routeKey, String function, boolean returnsResponse) {}
