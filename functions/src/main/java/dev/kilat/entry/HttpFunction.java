package dev.kilat.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.kilat.http.Request;
import dev.kilat.http.Response;
import dev.kilat.http.Router;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Between API Gateway's events (payload 2.0) and the router.
final class HttpFunction {
    private final Router router;

    HttpFunction(Router router) {
        this.router = router;
    }

    APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context) {
        return Invocations.run(context, () -> answer(decode(event, context.getAwsRequestId())));
    }

    APIGatewayV2HTTPResponse answer(Request request) {
        return encode(router.answer(request), Gzip.isReadBy(request));
    }

    static Request decode(APIGatewayV2HTTPEvent event, String id) {
        return new Request(
                event.getRouteKey(),
                orEmpty(event.getPathParameters()),
                orEmpty(event.getQueryStringParameters()),
                orEmpty(event.getHeaders()).entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        Map.Entry::getValue,
                                        (first, _) -> first)),
                body(event),
                event.getRequestContext().getHttp().getSourceIp(),
                id);
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return "";
        }
        return event.getIsBase64Encoded()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    static APIGatewayV2HTTPResponse encode(Response response, boolean readsGzip) {
        String text = response.text();
        boolean packed = readsGzip && Gzip.isWorthIt(text);
        Response whole = packed ? response.with("content-encoding", "gzip") : response;
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(whole.status())
                .withHeaders(whole.headers())
                .withBody(packed ? Gzip.base64(text) : text)
                .withIsBase64Encoded(packed)
                .build();
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
