package dev.kilat.entry;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// A function's settings, from its environment variables. Each is read where it is needed, and a
/// missing or malformed one stops the function at its start, by name.
public final class Environment {
    private final Map<String, String> variables;

    private Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    public static Environment of(Map<String, String> variables) {
        return new Environment(variables);
    }

    public String region() {
        return text("AWS_REGION");
    }

    /// Whether the function may be one that was restored from a snapshot. Such a function has no
    /// credentials among its variables, where they would grow old, but asks for them.
    public boolean asksForCredentials() {
        return variables.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    }

    public String galleryTable() {
        return text("GALLERY_TABLE");
    }

    /// Names the restored table, if the gallery's table is one that was restored from a backup.
    public Optional<String> restored() {
        return Optional.ofNullable(variables.get("RESTORED")).filter(name -> !name.isBlank());
    }

    public String connectionsTable() {
        return text("CONNECTIONS_TABLE");
    }

    public String originalsBucket() {
        return text("ORIGINALS_BUCKET");
    }

    public String mediaBucket() {
        return text("MEDIA_BUCKET");
    }

    public String thumbnailQueueUrl() {
        return text("THUMBNAIL_QUEUE_URL");
    }

    public String fanOutQueueUrl() {
        return text("FAN_OUT_QUEUE_URL");
    }

    /// The WebSocket API's stage, where frames are posted.
    public URI connectionsEndpoint() {
        return origin("CONNECTIONS_ENDPOINT");
    }

    /// How many frames this function may post a second. An account has 10,000 requests a second and
    /// 5,000 more at once, for all that its APIs do: two functions at work leave a fifth of it.
    public int postsPerSecond() {
        return number("POSTS_PER_SECOND", 4000);
    }

    /// Scheme and host that guests see, without a trailing slash.
    public URI publicOrigin() {
        return origin("PUBLIC_ORIGIN");
    }

    public String adminSecretId() {
        return text("ADMIN_SECRET_ID");
    }

    public String signingSecretId() {
        return text("SIGNING_SECRET_ID");
    }

    public String logLevel() {
        return text("LOG_LEVEL");
    }

    private String text(String name) {
        String value = variables.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("environment variable " + name + " is not set");
        }
        return value;
    }

    private int number(String name, int usually) {
        String value = variables.get(name);
        try {
            int number = value == null ? usually : Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through to the same message.
        }
        throw new IllegalStateException(
                "environment variable "
                        + name
                        + " must be a whole number above 0, not '"
                        + value
                        + "'");
    }

    private URI origin(String name) {
        String value = text(name);
        try {
            URI uri = URI.create(value);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && !value.endsWith("/")) {
                return uri;
            }
        } catch (IllegalArgumentException notAUri) {
            // Falls through to the same message.
        }
        throw new IllegalStateException(
                "environment variable "
                        + name
                        + " must be an http(s) URL without a trailing slash, not '"
                        + value
                        + "'");
    }
}
