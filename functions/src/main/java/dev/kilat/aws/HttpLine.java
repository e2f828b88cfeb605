package dev.kilat.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/// The SDK's HTTP client on the JDK's connections, so that the SDK repeats a call wherever its
/// connection broke. It repeats after an {@link IOException}, and two breaks within an answer are
/// none by themselves:
///
/// - behind the first line, that client hides it in an {@link UncheckedIOException}, which the SDK
///   takes for a bug and lets through;
/// - within a refusal, what is missing is missing in silence, and the SDK makes of the rest a
///   refusal without a reason: who waits for a certain one, such as a lost race, is told nothing.
public final class HttpLine implements SdkHttpClient {
    private static final int FIRST_REFUSAL = 400;

    private final SdkHttpClient client;

    public HttpLine(SdkHttpClient client) {
        this.client = client;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        boolean hasBody = request.httpRequest().method() != SdkHttpMethod.HEAD;
        return new Attempt(client.prepareRequest(request), hasBody);
    }

    private record Attempt(ExecutableHttpRequest request, boolean hasBody)
            implements ExecutableHttpRequest {
        @Override
        public HttpExecuteResponse call() throws IOException {
            try {
                HttpExecuteResponse answer = request.call();
                return hasBody && answer.httpResponse().statusCode() >= FIRST_REFUSAL
                        ? whole(answer)
                        : answer;
            } catch (UncheckedIOException broken) {
                throw broken.getCause();
            }
        }

        @Override
        public void abort() {
            request.abort();
        }
    }

    private static HttpExecuteResponse whole(HttpExecuteResponse refusal) throws IOException {
        byte[] body = new byte[0];
        if (refusal.responseBody().isPresent()) {
            try (InputStream rest = refusal.responseBody().get()) {
                body = rest.readAllBytes();
            }
        }
        if (isCut(refusal.httpResponse(), body.length)) {
            throw new IOException("Connection broke within an answer");
        }
        return HttpExecuteResponse.builder()
                .response(refusal.httpResponse())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    /// A head that was cut may not say how long the body is.
    private static boolean isCut(SdkHttpResponse head, int length) {
        return head.firstMatchingHeader("Content-Length")
                .map(said -> length < Long.parseLong(said))
                .orElseGet(() -> head.firstMatchingHeader("Transfer-Encoding").isEmpty());
    }

    @Override
    public String clientName() {
        return client.clientName();
    }

    @Override
    public void close() {
        client.close();
    }
}
