package dev.kilat.local.function;

import com.amazonaws.services.lambda.runtime.RequestHandler;

/// Makes a handler for one environment of a function: what a cold start does.
public interface HandlerFactory {
    RequestHandler<?, ?> create(FunctionSpec function);
}
