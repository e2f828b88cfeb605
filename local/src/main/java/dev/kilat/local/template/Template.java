package dev.kilat.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// One stack, read from `{stack}.template.json`.
record Template(
        String stack,
        JsonNode parameters,
        JsonNode conditions,
        JsonNode outputs,
        Map<String, Resource> resources) {

    static final String SUFFIX = ".template.json";

    static Template read(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return of(
                    name.substring(0, name.length() - SUFFIX.length()),
                    new ObjectMapper().readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template of(String stack, JsonNode json) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        json.path("Resources")
                .properties()
                .forEach(entry ->
                        resources.put(
                                entry.getKey(), resource(stack, entry.getKey(), entry.getValue())));
        return new Template(
                stack,
                json.path("Parameters"),
                json.path("Conditions"),
                json.path("Outputs"),
                resources);
    }

    private static Resource resource(String stack, String logicalId, JsonNode json) {
        JsonNode properties = json.path("Properties");
        return new Resource(
                stack,
                logicalId,
                json.path("Type").asText(),
                properties.isMissingNode() ? MissingNode.getInstance() : properties);
    }
}
