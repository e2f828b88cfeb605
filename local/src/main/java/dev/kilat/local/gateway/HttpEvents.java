package dev.kilat.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/// Requests as a function behind an HTTP API gets them: payload format 2.0.
///
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
final class HttpEvents {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    static final String ACCOUNT = "000000000000";

    private static final JsonMapper JSON = new JsonMapper();

    private HttpEvents() {}

    static byte[] of(Request request, RouteTable.Match match, byte[] body, String requestId)
            throws JsonProcessingException {
        ObjectNode event = JSON.createObjectNode();
        String path = RouteTable.decode(request.getHttpURI().getPath());
        String query = request.getHttpURI().getQuery();
        event.put("version", "2.0");
        event.put("routeKey", match.route().routeKey());
        event.put("rawPath", path);
        event.put("rawQueryString", query == null ? "" : query);
        headers(request, event);
        Fields parameters = Request.extractQueryParameters(request, UTF_8);
        if (!parameters.isEmpty()) {
            ObjectNode all = event.putObject("queryStringParameters");
            parameters.forEach(p -> all.put(p.getName(), String.join(",", p.getValues())));
        }
        if (!match.parameters().isEmpty()) {
            ObjectNode all = event.putObject("pathParameters");
            match.parameters().forEach(all::put);
        }
        context(request, event.putObject("requestContext"), match, path, requestId);
        body(request, event, body);
        return JSON.writeValueAsBytes(event);
    }

    private static void headers(Request request, ObjectNode event) {
        ObjectNode headers = event.putObject("headers");
        for (HttpField field : request.getHeaders()) {
            String name = field.getLowerCaseName();
            if (name.equals("cookie")) {
                var cookies = event.withArray("cookies");
                for (String cookie : field.getValue().split("; *", -1)) {
                    cookies.add(cookie);
                }
            } else {
                String before = headers.path(name).asText("");
                headers.put(
                        name,
                        before.isEmpty() ? field.getValue() : before + "," + field.getValue());
            }
        }
        headers.put("x-forwarded-for", Request.getRemoteAddr(request));
        headers.put("x-forwarded-proto", "http");
        headers.put("x-forwarded-port", Integer.toString(Request.getLocalPort(request)));
        headers.put("x-amzn-trace-id", "Root=" + traceId());
    }

    private static String traceId() {
        long now = Instant.now().getEpochSecond();
        return "1-%08x-%024x".formatted(now, ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    }

    private static void context(
            Request request,
            ObjectNode context,
            RouteTable.Match match,
            String path,
            String requestId) {
        Instant now = Instant.now();
        String host = Request.getServerName(request);
        context.put("accountId", ACCOUNT);
        context.put("apiId", "local");
        context.put("domainName", host);
        context.put("domainPrefix", host.split("\\.", 2)[0]);
        ObjectNode http = context.putObject("http");
        http.put("method", request.getMethod());
        http.put("path", path);
        http.put("protocol", request.getConnectionMetaData().getProtocol());
        http.put("sourceIp", Request.getRemoteAddr(request));
        String agent = request.getHeaders().get("user-agent");
        http.put("userAgent", agent == null ? "" : agent);
        context.put("requestId", requestId);
        context.put("routeKey", match.route().routeKey());
        context.put("stage", "$default");
        context.put("time", TIME.format(now));
        context.put("timeEpoch", now.toEpochMilli());
    }

    private static void body(Request request, ObjectNode event, byte[] body) {
        boolean text = isText(request.getHeaders().get("content-type"));
        if (body.length > 0) {
            event.put(
                    "body",
                    text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
        }
        event.put("isBase64Encoded", body.length > 0 && !text);
    }

    private static boolean isText(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.endsWith("json")
                || type.endsWith("xml")
                || type.equals("application/javascript");
    }
}
