package dev.kilat.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/// Makes a handler for one environment of a function: what a cold start does. All take and give
/// JSON; those that take and give objects come in a [TypedHandler].
public interface HandlerFactory {
    RequestStreamHandler create(FunctionSpec function);
}
