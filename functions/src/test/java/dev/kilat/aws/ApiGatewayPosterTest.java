package dev.kilat.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.kilat.live.Poster.Posted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;

class ApiGatewayPosterTest {
    private final List<String> requests = new ArrayList<>();
    private final HttpServer stage;
    private int status = 200;

    ApiGatewayPosterTest() throws IOException {
        stage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        stage.createContext(
                "/",
                exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    requests.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI().getRawPath()
                                    + " "
                                    + body);
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        stage.start();
    }

    @AfterEach
    void stop() {
        stage.stop(0);
    }

    @Test
    void a_frame_is_posted_to_the_connection_on_the_stage() {
        assertThat(post()).isEqualTo(new Posted.Delivered());
        assertThat(requests).containsExactly("POST /live/@connections/Abc%3D {}");
    }

    @Test
    void a_closed_connection_is_gone() {
        status = 410;

        assertThat(post()).isEqualTo(new Posted.Gone());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503})
    void what_passes_may_be_tried_again_by_whoever_posts(int passing) {
        status = passing;

        assertThat(post()).isInstanceOf(Posted.Retryable.class);
        assertThat(requests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 413})
    void what_does_not_pass_has_failed(int lasting) {
        status = lasting;

        assertThat(post()).isInstanceOf(Posted.Failed.class);
    }

    @Test
    void a_stage_that_does_not_answer_may_later() {
        stage.stop(0);

        assertThat(post()).isInstanceOf(Posted.Retryable.class);
    }

    private Posted post() {
        URI endpoint = URI.create("http://127.0.0.1:" + stage.getAddress().getPort() + "/live");
        try (ApiGatewayManagementApiClient client =
                ApiGatewayManagementApiClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.EU_CENTRAL_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("test", "test")))
                        .httpClient(
                                UrlConnectionHttpClient.builder()
                                        .socketTimeout(Duration.ofSeconds(5))
                                        .build())
                        .overrideConfiguration(
                                config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build()) {
            return new ApiGatewayPoster(client).post("Abc=", "{}".getBytes(UTF_8));
        }
    }
}
