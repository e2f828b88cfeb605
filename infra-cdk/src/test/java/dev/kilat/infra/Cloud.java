package dev.kilat.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.assertions.Template;

/// What one synthesis left on disk, read as whoever deploys or runs it reads it.
record Cloud(JsonNode data, JsonNode app) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Synthesis takes seconds, so the tests share this one: the defaults.
    static final Cloud DEFAULT = with(Map.of());

    static Cloud with(Map<String, String> switches) {
        try {
            var work = Files.createTempDirectory("kilat-infra");
            var out = work.resolve("cdk.out");
            KilatApp.synthesize(Settings.of(switches), Placeholders.in(work), out);
            return new Cloud(read(out, "KilatData"), read(out, "KilatApp"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode read(Path out, String stack) throws IOException {
        return JSON.readTree(out.resolve(stack + ".template.json").toFile());
    }

    Stream<Resource> resources() {
        return Stream.of(data, app)
                .flatMap(template ->
                        template.get("Resources").properties().stream()
                                .map(it -> new Resource(it.getKey(), it.getValue())));
    }

    List<Resource> resources(String type) {
        return resources().filter(it -> it.type().equals(type)).toList();
    }

    /// By its path below the stack, as the code names it.
    Resource named(String path) {
        return resources().filter(it -> it.path().equals(path)).findFirst().orElseThrow();
    }

    /// For the CDK's own assertions. Throws if resources wait for each other in a circle.
    static Template template(JsonNode stack) {
        return Template.fromJSON(
                JSON.convertValue(stack, new TypeReference<Map<String, Object>>() {}));
    }

    record Resource(String id, JsonNode json) {

        String type() {
            return json.get("Type").asText();
        }

        JsonNode properties() {
            return json.path("Properties");
        }

        JsonNode property(String pointer) {
            return properties().at(pointer);
        }

        String path() {
            var path = json.at("/Metadata/aws:cdk:path").asText();
            return path.replaceFirst("^[^/]*/", "").replaceFirst("/Resource$", "");
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /// A value with its references written out: `<Originals63BA965B.Arn>/originals/*`.
    static String text(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        if (value.has("Ref")) {
            return "<" + value.get("Ref").asText() + ">";
        }
        if (value.has("Fn::GetAtt")) {
            var of = value.get("Fn::GetAtt");
            return "<" + of.get(0).asText() + "." + of.get(1).asText() + ">";
        }
        if (value.has("Fn::ImportValue")) {
            return "<" + value.get("Fn::ImportValue").asText() + ">";
        }
        if (value.has("Fn::Sub")) {
            return text(value.get("Fn::Sub"));
        }
        if (value.has("Fn::Join")) {
            return String.join("", texts(value.get("Fn::Join").get(1)));
        }
        throw new IllegalArgumentException("No text: " + value);
    }

    /// One or many, as policies have it.
    static List<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isArray()
                ? oneOrMany.valueStream().map(Cloud::text).toList()
                : List.of(text(oneOrMany));
    }
}
