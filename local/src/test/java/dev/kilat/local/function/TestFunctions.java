package dev.kilat.local.function;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Functions made of a lambda each, hosted as if a template had named them.
public final class TestFunctions {
    private final Map<String, Supplier<?>> handlers = new HashMap<>();

    /// @param handler makes one for each environment
    public TestFunctions with(String id, Supplier<?> handler) {
        handlers.put(id, handler);
        return this;
    }

    public static FunctionSpec spec(String id) {
        return spec(id, Duration.ofSeconds(20), OptionalInt.empty());
    }

    static FunctionSpec spec(String id, Duration timeout, OptionalInt reserved) {
        return new FunctionSpec(
                id,
                "App-" + id,
                "arn:aws:lambda:us-east-1:000000000000:function:App-" + id,
                "test." + id,
                timeout,
                512,
                reserved,
                Map.of(),
                "arn:aws:iam::000000000000:role/R");
    }

    public Functions host(FunctionSpec... specs) {
        return new Functions(
                List.of(specs),
                function -> {
                    Supplier<?> handler = handlers.get(function.id());
                    if (handler == null) {
                        throw new IllegalArgumentException(function.id());
                    }
                    return TypedHandler.of(handler.get());
                });
    }
}
