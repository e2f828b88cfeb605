package dev.kilat.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    private static final List<String> CONTRACTS =
            List.of(
                    "http/openapi.yaml",
                    "live/asyncapi.yaml",
                    "queue/thumbnails.schema.json",
                    "queue/fan-out.schema.json");

    /// A reference as it stands in one file: `../http/openapi.yaml#/components/schemas/Photo`.
    record Reference(String from, String ref) {
        String file() {
            var file = ref.substring(0, ref.indexOf('#'));
            return file.isEmpty()
                    ? from
                    : Path.of(from).resolveSibling(file).normalize().toString();
        }

        JsonNode target() {
            return Json.yaml(file()).at(ref.substring(ref.indexOf('#') + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http/openapi.yaml",
                "live/asyncapi.yaml",
                "queue/thumbnails.schema.json",
                "queue/fan-out.schema.json"
            })
    void every_reference_leads_somewhere(String contract) {
        assertThat(references(contract).distinct().toList())
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(reference.target().isMissingNode()).isFalse());
    }

    @Test
    void every_component_is_used() {
        var used = new TreeSet<String>();
        CONTRACTS.stream()
                .flatMap(ReferencesTest::references)
                .forEach(reference ->
                        used.add(
                                reference.file()
                                        + reference.ref().substring(reference.ref().indexOf('#'))));

        assertThat(used)
                .containsAll(
                        components(
                                "http/openapi.yaml",
                                List.of("schemas", "responses", "parameters")));
        assertThat(used).containsAll(components("live/asyncapi.yaml", List.of("messages")));
    }

    private static List<String> components(String contract, List<String> kinds) {
        return kinds.stream()
                .flatMap(kind ->
                        Json.yaml(contract)
                                .at("/components/" + kind)
                                .propertyStream()
                                .map(component ->
                                        contract
                                                + "#/components/"
                                                + kind
                                                + "/"
                                                + component.getKey()))
                .toList();
    }

    private static Stream<Reference> references(String contract) {
        return references(contract, Json.yaml(contract));
    }

    private static Stream<Reference> references(String contract, JsonNode node) {
        var here =
                node.path("$ref").isTextual()
                        ? Stream.of(new Reference(contract, node.get("$ref").textValue()))
                        : Stream.<Reference>empty();
        return Stream.concat(
                here, node.valueStream().flatMap(child -> references(contract, child)));
    }
}
