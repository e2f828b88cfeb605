package dev.kilat.local.lambda;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An execution environment: a process that handles one function's events, with the environment
/// that Lambda gives it and nothing else.
public final class FunctionProcess implements AutoCloseable {
    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    private FunctionProcess(RuntimeApi api, Process process, Path log) {
        this.api = api;
        this.process = process;
        this.log = log;
    }

    /// @param command as Lambda would start it, such as `bootstrap`
    /// @param handler a class name
    /// @param taskRoot where the function's artifact lies unpacked
    /// @param variables of the function, and where its services are
    /// @param log what it prints
    public static FunctionProcess start(
            List<String> command,
            String handler,
            Path taskRoot,
            Map<String, String> variables,
            Path log) {
        RuntimeApi api = RuntimeApi.start();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(taskRoot.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .redirectInput(new File("/dev/null"));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("LANG", "en_US.UTF-8");
        environment.put("TZ", ":UTC");
        environment.put("_HANDLER", handler);
        environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.put(
                "AWS_LAMBDA_FUNCTION_NAME", handler.substring(handler.lastIndexOf('.') + 1));
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        environment.putAll(variables);
        try {
            return new FunctionProcess(api, builder.start(), log);
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException(e);
        }
    }

    /// @throws IllegalStateException with the function's error and what it printed
    public byte[] handle(String event) {
        try {
            CompletableFuture<byte[]> answer = api.invoke(event);
            CompletableFuture.anyOf(answer, process.onExit()).get(120, TimeUnit.SECONDS);
            if (!answer.isDone()) {
                throw new IllegalStateException(
                        "The function's process ended. It printed:\n" + printed());
            }
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    e.getMessage() + "\nThe function printed:\n" + printed(), e);
        }
    }

    /// Ends it as Lambda does, and waits until it has: a JVM writes what it recorded on its way
    /// out.
    public void end() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String printed() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }
}
