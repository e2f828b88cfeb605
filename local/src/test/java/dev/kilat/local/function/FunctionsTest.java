package dev.kilat.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.kilat.local.function.Invoker.Result;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionsTest {

    /// Answers with the path it was called by.
    private static final class Echo
            implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
        @Override
        public APIGatewayV2HTTPResponse handleRequest(
                APIGatewayV2HTTPEvent event, Context context) {
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withBody(event.getRawPath() + " " + event.getPathParameters().get("slug"))
                    .build();
        }
    }

    private record Failing(List<String> ids) implements RequestHandler<SQSEvent, SQSBatchResponse> {
        @Override
        public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
            return new SQSBatchResponse(
                    ids.stream().map(SQSBatchResponse.BatchItemFailure::new).toList());
        }
    }

    private record Doing(Runnable deed) implements RequestHandler<SQSEvent, Void> {
        @Override
        public @Nullable Void handleRequest(SQSEvent event, Context context) {
            deed.run();
            return null;
        }
    }

    private static String answer(Result result) {
        assertThat(result).isInstanceOf(Result.Answer.class);
        return new String(((Result.Answer) result).json(), UTF_8);
    }

    @Test
    void events_and_answers_cross_as_lambda_writes_them() {
        Functions functions =
                new TestFunctions()
                        .with("Echo", Echo::new)
                        .with("Failing", () -> new Failing(List.of("m1")))
                        .with("Silent", () -> new Doing(() -> {}))
                        .host(
                                TestFunctions.spec("Echo"),
                                TestFunctions.spec("Failing"),
                                TestFunctions.spec("Silent"));

        assertThat(
                        answer(
                                functions.invoke(
                                        "Echo",
                                        "{\"rawPath\":\"/api/x\",\"pathParameters\":{\"slug\":\"demo\"}}"
                                                .getBytes(UTF_8))))
                .contains("\"statusCode\":200")
                .contains("\"body\":\"/api/x demo\"");
        assertThat(answer(functions.invoke("Failing", "{\"Records\":[]}".getBytes(UTF_8))))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m1\"}]}");
        assertThat(answer(functions.invoke("Silent", "{}".getBytes(UTF_8)))).isEqualTo("null");
    }

    @Test
    void an_exception_is_a_function_error() {
        Functions functions =
                new TestFunctions()
                        .with(
                                "Broken",
                                () ->
                                        new Doing(() -> {
                                            throw new IllegalStateException("no film");
                                        }))
                        .host(TestFunctions.spec("Broken"));

        assertThat(functions.invoke("Broken", "{}".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Result.FunctionError.class,
                        error -> assertThat(error.message()).contains("no film"));
    }

    @Test
    void an_invocation_that_takes_too_long_is_given_up_and_its_environment_with_it() {
        AtomicInteger coldStarts = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        Functions functions =
                new TestFunctions()
                        .with(
                                "Slow",
                                () -> {
                                    coldStarts.incrementAndGet();
                                    return new Doing(() -> await(never));
                                })
                        .host(
                                TestFunctions.spec(
                                        "Slow", Duration.ofMillis(50), OptionalInt.empty()));

        assertThat(functions.invoke("Slow", "{}".getBytes(UTF_8)))
                .isInstanceOf(Result.TimedOut.class);
        assertThat(functions.invoke("Slow", "{}".getBytes(UTF_8)))
                .isInstanceOf(Result.TimedOut.class);
        assertThat(coldStarts).hasValue(2);
    }

    @Test
    void beyond_its_reserved_concurrency_a_function_is_throttled() {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Functions functions =
                new TestFunctions()
                        .with(
                                "Single",
                                () ->
                                        new Doing(() -> {
                                            running.countDown();
                                            await(release);
                                        }))
                        .host(
                                TestFunctions.spec(
                                        "Single", Duration.ofSeconds(20), OptionalInt.of(1)));

        var first =
                CompletableFuture.supplyAsync(
                        () -> functions.invoke("Single", "{}".getBytes(UTF_8)));
        await(running);

        assertThat(functions.invoke("Single", "{}".getBytes(UTF_8)))
                .isInstanceOf(Result.Throttled.class);
        release.countDown();
        assertThat(first.join()).isInstanceOf(Result.Answer.class);
    }

    @Test
    void an_environment_serves_one_invocation_at_a_time_and_is_used_again() {
        AtomicInteger coldStarts = new AtomicInteger();
        Functions functions =
                new TestFunctions()
                        .with(
                                "Warm",
                                () -> {
                                    coldStarts.incrementAndGet();
                                    return new Doing(() -> {});
                                })
                        .host(TestFunctions.spec("Warm"));

        for (int i = 0; i < 5; i++) {
            functions.invoke("Warm", "{}".getBytes(UTF_8));
        }

        assertThat(coldStarts).hasValue(1);
    }

    @Test
    void a_function_is_found_by_any_of_its_names() {
        List<FunctionSpec> functions = List.of(TestFunctions.spec("A"), TestFunctions.spec("AB"));

        assertThat(FunctionSpec.named(functions, "App-AB").id()).isEqualTo("AB");
        assertThat(FunctionSpec.named(functions, "App-A:live").id()).isEqualTo("A");
        assertThat(
                        FunctionSpec.named(
                                        functions,
                                        "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/"
                                                + "arn:aws:lambda:us-east-1:000000000000:function:App-AB:live/invocations")
                                .id())
                .isEqualTo("AB");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
