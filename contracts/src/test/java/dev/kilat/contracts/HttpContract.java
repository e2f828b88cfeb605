package dev.kilat.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Judges an answer of a running gallery by the HTTP contract; other modules take it from the test
/// jar of this one.
public final class HttpContract {
    private static final JsonNode API = Json.yaml("http/openapi.yaml");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_2020_12,
                    registry ->
                            registry.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder()
                                            .formatAssertionsEnabled(true)
                                            .build()));

    private HttpContract() {}

    /// What is wrong with this answer, a line each; empty if it is as agreed.
    ///
    /// @param path as requested, without the query: `/api/gallery/demo/photos`
    /// @param contentType its parameters are ignored; empty if there is none
    public static List<String> violations(
            String method, String path, int status, String contentType, String body) {
        var call = method.toUpperCase(Locale.ROOT) + " " + path;
        var template = template(path);
        if (template.isEmpty()) {
            return List.of(call + " is no path of the contract");
        }
        var answers =
                API.at(
                        "/paths/"
                                + escape(template.get())
                                + "/"
                                + method.toLowerCase(Locale.ROOT)
                                + "/responses");
        if (answers.isMissingNode()) {
            return List.of(call + " is no call of the contract");
        }
        if (!answers.has(Integer.toString(status))) {
            return List.of(call + " does not answer " + status);
        }
        return violations(
                call + " -> " + status,
                pointer(answers, status, template.get(), method),
                contentType,
                body);
    }

    /// What is wrong with this JSON by the schema at a location as [Schemas] names them, such as
    /// `Schemas.live("Frame")`.
    public static List<Error> validate(String location, String json) {
        return REGISTRY.getSchema(SchemaLocation.of(location)).validate(json, InputFormat.JSON);
    }

    private static List<String> violations(
            String answer, String pointer, String contentType, String body) {
        var content = API.at(pointer + "/content");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of(answer + " has a body");
        }
        var mediaType = contentType.split(";", 2)[0].strip();
        if (!content.has(mediaType)) {
            return List.of(answer + " is not of type " + mediaType);
        }
        var schema =
                Schemas.location("http/openapi.yaml")
                        + "#"
                        + pointer
                        + "/content/"
                        + escape(mediaType)
                        + "/schema";
        return validate(schema, body).stream().map(error -> answer + ": " + error).toList();
    }

    /// The answer itself, or where its `$ref` leads.
    private static String pointer(JsonNode answers, int status, String template, String method) {
        var answer = answers.get(Integer.toString(status));
        return answer.has("$ref")
                ? answer.get("$ref").textValue().substring(1)
                : "/paths/"
                        + escape(template)
                        + "/"
                        + method.toLowerCase(Locale.ROOT)
                        + "/responses/"
                        + status;
    }

    /// Of two templates that fit, the one with fewer parameters.
    private static Optional<String> template(String path) {
        return API.get("paths")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(template -> fits(template, path))
                .min(Comparator.comparingInt(template -> template.split("[{]", -1).length));
    }

    private static boolean fits(String template, String path) {
        return Pattern.matches(template.replaceAll("[{][a-z_]+[}]", "[^/]+"), path);
    }

    private static String escape(String part) {
        return part.replace("~", "~0").replace("/", "~1");
    }
}
