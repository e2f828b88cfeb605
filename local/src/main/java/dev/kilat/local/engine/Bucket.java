package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.template.Assembly;
import java.util.List;

/// A bucket of the template.
public record Bucket(String name, List<Cors> cors) {

    /// Which pages may call the bucket; `*` stands for any, and within origins for any part.
    public record Cors(
            List<String> origins,
            List<String> methods,
            List<String> headers,
            List<String> exposed) {

        private static Cors of(JsonNode rule) {
            return new Cors(
                    texts(rule.path("AllowedOrigins")),
                    texts(rule.path("AllowedMethods")),
                    texts(rule.path("AllowedHeaders")),
                    texts(rule.path("ExposedHeaders")));
        }

        private static List<String> texts(JsonNode array) {
            return array.valueStream().map(JsonNode::asText).toList();
        }
    }

    public static List<Bucket> of(Assembly assembly) {
        return assembly.ofType("AWS::S3::Bucket").stream()
                .map(bucket ->
                        new Bucket(
                                assembly.ref(bucket),
                                assembly.properties(bucket)
                                        .path("CorsConfiguration")
                                        .path("CorsRules")
                                        .valueStream()
                                        .map(Cors::of)
                                        .toList()))
                .toList();
    }
}
