package dev.kilat.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.kilat.entry.Environment;
import dev.kilat.entry.Wiring;
import dev.kilat.local.iam.Principal;
import dev.kilat.local.template.Addresses;
import dev.kilat.local.template.TemplateException;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// The handlers that ship, built through the constructor that takes their wiring.
///
/// @param principals function id -> whose credentials it signs with
/// @param restored as a deployment with `restoredTable` tells it
public record WiredHandlers(
        Map<String, Principal> principals,
        Addresses addresses,
        Optional<String> restored,
        String region)
        implements HandlerFactory {

    @Override
    public RequestStreamHandler create(FunctionSpec function) {
        Principal principal = principals.get(function.id());
        if (principal == null) {
            throw new IllegalStateException(function.id() + " has no credentials");
        }
        Wiring wiring =
                new Wiring(
                        Environment.of(environment(function)),
                        StaticCredentialsProvider.create(principal.credentials()));
        try {
            return TypedHandler.of(
                    Class.forName(function.handler())
                            .getConstructor(Wiring.class)
                            .newInstance(wiring));
        } catch (ClassNotFoundException e) {
            throw new TemplateException(
                    "%s names the handler %s, which is no class of functions"
                            .formatted(function.id(), function.handler()));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(function.handler() + " did not start", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    function.handler() + " has no public constructor (Wiring)", e);
        }
    }

    /// The template's variables, and those that Lambda adds.
    private Map<String, String> environment(FunctionSpec function) {
        Map<String, String> environment = new HashMap<>();
        function.environment()
                .forEach((name, value) -> environment.put(name, addresses.localize(value)));
        restored.ifPresent(name -> environment.put("RESTORED", name));
        environment.put("AWS_REGION", region);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memoryMb()));
        return environment;
    }
}
