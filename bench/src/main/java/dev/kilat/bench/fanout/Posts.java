package dev.kilat.bench.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilat.aws.post.LinePoster;
import dev.kilat.live.Courier;
import dev.kilat.live.Delivery;
import dev.kilat.live.Poster;
import dev.kilat.live.TokenBucket;
import dev.kilat.photo.Pause;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiAsyncClient;

/// Ways to post a frame to as many connections.
@FunctionalInterface
interface Posts {
    AwsSessionCredentials NOBODY = AwsSessionCredentials.create("id", "secret", "t".repeat(800));

    /// @return how many arrived
    int post(int count) throws InterruptedException;

    static Posts of(String kind, URI stage) {
        return switch (kind) {
            case "ours" -> courier(stage, 1_000_000);
            case "sdk" -> sdk(stage);
            case "function" -> courier(stage, 4000);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Posts sdk(URI stage) {
        var client =
                ApiGatewayManagementApiAsyncClient.builder()
                        .endpointOverride(stage)
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(StaticCredentialsProvider.create(NOBODY))
                        .httpClientBuilder(
                                NettyNioAsyncHttpClient.builder()
                                        .maxConcurrency(PostingProcess.AT_ONCE))
                        .build();
        SdkBytes frame = SdkBytes.fromByteArray(frame());
        return count -> {
            AtomicInteger reached = new AtomicInteger();
            Semaphore places = new Semaphore(PostingProcess.AT_ONCE);
            for (int i = 0; i < count; i++) {
                String id = id(i);
                places.acquire();
                var posted = client.postToConnection(post -> post.connectionId(id).data(frame));
                var _ =
                        posted.whenComplete((answer, _) -> {
                            if (answer != null) {
                                reached.incrementAndGet();
                            }
                            places.release();
                        });
            }
            places.acquire(PostingProcess.AT_ONCE);
            return reached.get();
        };
    }

    /// As a function posts: few at once that grow to [PostingProcess#AT_ONCE], slice after slice.
    ///
    /// @param budget of posts a second
    private static Posts courier(URI stage, int budget) {
        InstantSource clock = InstantSource.system();
        Pause pause = Pause.real();
        Poster poster =
                new LinePoster(
                        stage,
                        "eu-central-1",
                        () -> NOBODY,
                        clock,
                        (SSLSocketFactory) SSLSocketFactory.getDefault());
        Courier courier =
                new Courier(
                        poster,
                        new Nobody(),
                        new TokenBucket(budget, clock, pause),
                        clock,
                        pause,
                        new SecureRandom());
        byte[] frame = frame();
        return count -> {
            int reached = 0;
            for (int from = 0; from < count; from += Delivery.MOST_DIRECT) {
                List<String> slice =
                        IntStream.range(from, Math.min(count, from + Delivery.MOST_DIRECT))
                                .mapToObj(Posts::id)
                                .toList();
                reached += courier.deliver(slice, frame);
            }
            return reached;
        };
    }

    private static byte[] frame() {
        return "x".repeat(1024).getBytes(UTF_8);
    }

    private static String id(int number) {
        return "L0SM9cOFvHcCI%04d=".formatted(number);
    }
}
