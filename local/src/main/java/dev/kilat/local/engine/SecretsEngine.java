package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.iam.Principals;
import java.net.URI;
import java.util.Map;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// As much of Secrets Manager as functions use: `GetSecretValue`.
public final class SecretsEngine implements AutoCloseable {
    private final HttpServer server;

    private SecretsEngine(HttpServer server) {
        this.server = server;
    }

    /// @param secrets ARN -> value
    public static SecretsEngine start(Map<String, String> secrets, Principals principals) {
        Guard guard = new Guard(principals, new SecretRules(), new Values(secrets));
        return new SecretsEngine(HttpServer.onLoopback("secrets", guard));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class Values extends Handler.Abstract {
        private static final ObjectMapper JSON = new ObjectMapper();
        private final Map<String, String> secrets;

        Values(Map<String, String> secrets) {
            this.secrets = Map.copyOf(secrets);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            String operation = Guard.operation(request);
            if (!operation.equals("GetSecretValue")) {
                String message = operation + " is not part of the local cloud.";
                Guard.refuse(response, callback, "InvalidAction", message);
                return true;
            }
            JsonNode body = JSON.readTree(Content.Source.asString(request));
            String arn = body.path("SecretId").asText();
            String value = secrets.get(arn);
            if (value == null) {
                String message = "Secrets Manager can't find the specified secret.";
                Guard.refuse(response, callback, "ResourceNotFoundException", message);
                return true;
            }
            ObjectNode answer =
                    JSON.createObjectNode()
                            .put("ARN", arn)
                            .put("Name", arn.substring(arn.lastIndexOf(':') + 1))
                            .put("SecretString", value)
                            .put("VersionId", "00000000-0000-0000-0000-000000000001");
            answer.putArray("VersionStages").add("AWSCURRENT");
            Guard.answer(response, callback, 200, answer);
            return true;
        }
    }
}
