package dev.kilat.local.function;

import dev.kilat.local.bill.Meter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All functions of the template, by logical id.
public final class Functions implements Invoker {
    private final Map<String, HostedFunction> functions;

    public Functions(List<FunctionSpec> specs, HandlerFactory factory) {
        this(specs, factory, Meter.NONE);
    }

    /// @param meter is told of each invocation
    public Functions(List<FunctionSpec> specs, HandlerFactory factory, Meter meter) {
        functions =
                specs.stream()
                        .collect(
                                Collectors.toMap(
                                        FunctionSpec::id,
                                        spec -> new HostedFunction(spec, factory, meter)));
    }

    /// Starts a first environment of each, side by side.
    public void start() {
        functions.values().parallelStream().forEach(HostedFunction::start);
    }

    @Override
    public Result invoke(String function, byte[] event) {
        HostedFunction hosted = functions.get(function);
        return hosted == null
                ? new Result.FunctionError("There is no function " + function)
                : hosted.invoke(event);
    }
}
