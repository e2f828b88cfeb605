package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.iam.Authorizer.Decision;
import dev.kilat.local.iam.Principal;
import dev.kilat.local.iam.Principals;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/// Stands before a service that speaks AWS's JSON protocol, and refuses what the caller's role does
/// not allow.
///
/// The caller is known by its access key and the session token issued with it; the signature itself
/// is left unchecked, as these ports are reached from this JVM only. S3, which browsers reach,
/// checks signatures.
final class Guard extends Handler.Wrapper {
    private static final Pattern ACCESS_KEY = Pattern.compile("Credential=([^/]+)/");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Principals principals;
    private final AccessRules rules;

    Guard(Principals principals, AccessRules rules, Handler service) {
        super(service);
        this.principals = principals;
        this.rules = rules;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        ByteBuffer body = Content.Source.asByteBuffer(request);
        Principal caller = caller(request).orElse(null);
        if (caller == null) {
            String message = "The security token included in the request is invalid.";
            refuse(response, callback, "UnrecognizedClientException", message);
            return true;
        }
        Optional<String> refusal = refusal(caller, request, body);
        if (refusal.isPresent()) {
            refuse(response, callback, "AccessDeniedException", refusal.get());
            return true;
        }
        return super.handle(new BufferedRequest(request, body), response, callback);
    }

    private Optional<Principal> caller(Request request) {
        String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        Matcher credential = ACCESS_KEY.matcher(authorization == null ? "" : authorization);
        if (!credential.find()) {
            return Optional.empty();
        }
        String token = request.getHeaders().get("X-Amz-Security-Token");
        return principals
                .find(credential.group(1))
                .filter(caller -> caller.credentials().sessionToken().equals(token));
    }

    private Optional<String> refusal(Principal caller, Request request, ByteBuffer body)
            throws java.io.IOException {
        JsonNode json = JSON.readTree(BufferUtil.toArray(body.slice()));
        for (Access access : rules.of(operation(request), json)) {
            Decision decision =
                    principals.check(
                            caller.credentials().accessKeyId(),
                            access.action(),
                            access.resourceArn());
            if (decision instanceof Decision.Denied(String message)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    /// `X-Amz-Target: DynamoDB_20120810.PutItem`
    static String operation(Request request) {
        String target = String.valueOf(request.getHeaders().get("X-Amz-Target"));
        return target.substring(target.indexOf('.') + 1);
    }

    static void refuse(Response response, Callback callback, String type, String message) {
        ObjectNode error = JSON.createObjectNode().put("__type", type).put("message", message);
        response.getHeaders().put("x-amzn-ErrorType", type);
        answer(response, callback, 400, error);
    }

    static void answer(Response response, Callback callback, int status, JsonNode body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.1");
        Content.Sink.write(response, true, body.toString(), callback);
    }
}
