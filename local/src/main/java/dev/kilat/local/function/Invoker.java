package dev.kilat.local.function;

/// Synchronous invocation of a function, as API Gateway does it.
public interface Invoker {

    /// @param function the template's logical id of the function (an alias or version resolves to
    ///   its function)
    /// @param event the event as JSON, UTF-8
    Result invoke(String function, byte[] event);

    /// How an invocation ended.
    sealed interface Result {
        /// The function returned; `json` is `null` (the JSON literal) for a `Void` handler, and
        /// empty if a handler that writes JSON on its own wrote none.
        @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
        record Answer(byte[] json) implements Result {}

        /// The function threw; API Gateway answers 502 (HTTP) or refuses the connection
        /// (WebSocket).
        record FunctionError(String message) implements Result {}

        /// The function ran longer than the template's `Timeout`.
        record TimedOut() implements Result {}

        /// The function's reserved concurrency is used up.
        record Throttled() implements Result {}
    }
}
