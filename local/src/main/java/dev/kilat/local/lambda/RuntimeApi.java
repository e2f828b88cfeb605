package dev.kilat.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/// Lambda's Runtime API for one function: its process asks here for events, and answers here.
public final class RuntimeApi implements AutoCloseable {
    private static final String INVOCATIONS = "/2018-06-01/runtime/invocation/";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpServer server;
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Invocation> unanswered = new ConcurrentHashMap<>();

    private RuntimeApi(HttpServer server) {
        this.server = server;
    }

    public static RuntimeApi start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            RuntimeApi api = new RuntimeApi(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(INVOCATIONS, api::invocation);
            server.createContext("/2018-06-01/runtime/init/error", RuntimeApi::notStarted);
            server.start();
            return api;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Host and port, as `AWS_LAMBDA_RUNTIME_API` names them.
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// The function's answer, or its error.
    public CompletableFuture<byte[]> invoke(String event) {
        Invocation invocation =
                new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
        unanswered.put(invocation.id(), invocation);
        waiting.add(invocation);
        return invocation.answer();
    }

    private void invocation(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(INVOCATIONS.length());
        if (path.equals("next")) {
            next(exchange);
            return;
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        Invocation invocation = unanswered.remove(path.substring(0, path.indexOf('/')));
        accepted(exchange);
        if (invocation != null && path.endsWith("/response")) {
            invocation.answer().complete(body);
        } else if (invocation != null) {
            invocation.answer().completeExceptionally(new IllegalStateException(text(body)));
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        Invocation next;
        try {
            next = waiting.take();
        } catch (InterruptedException e) {
            exchange.close();
            return;
        }
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", next.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                String.valueOf(Instant.now().plus(TIMEOUT).toEpochMilli()));
        headers.set(
                "Lambda-Runtime-Invoked-Function-Arn",
                "arn:aws:lambda:us-east-1:000000000000:function:local:live");
        headers.set("Content-Type", "application/json");
        byte[] event = next.event().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
        exchange.close();
    }

    /// The process prints the same, and ends.
    private static void notStarted(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        accepted(exchange);
    }

    private static void accepted(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Invocation(String id, String event, CompletableFuture<byte[]> answer) {}
}
