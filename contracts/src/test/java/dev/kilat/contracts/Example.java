package dev.kilat.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A sample `examples/{area}/{schema}/{name}.json`. A good one is called `good-{what}`, a bad one
/// `bad-{keyword of the broken rule}-{where}`.
record Example(String area, String schema, String name) {
    static Stream<Example> all() {
        try (var files = Files.walk(Path.of("examples"))) {
            return files.filter(Files::isRegularFile).sorted().map(Example::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Example> good() {
        return all().filter(example -> example.name.startsWith("good-"));
    }

    static Stream<Example> bad() {
        return all().filter(example -> example.name.startsWith("bad-"));
    }

    private static Example of(Path file) {
        return new Example(
                file.getName(1).toString(),
                file.getName(2).toString(),
                file.getFileName().toString().replace(".json", ""));
    }

    String text() {
        return Schemas.read("examples/" + this + ".json");
    }

    JsonNode tree() {
        try {
            return Json.MAPPER.readTree(text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Error> errors() {
        return errorsAs(schema);
    }

    /// Why it is not what another schema of its area says.
    List<Error> errorsAs(String schema) {
        var location =
                switch (area) {
                    case "http" -> Schemas.http(schema);
                    case "live" -> Schemas.live(schema);
                    case "queue" -> Schemas.location("queue/" + schema + ".schema.json");
                    default -> throw new AssertionError("no contract for " + area);
                };
        return HttpContract.validate(location, text());
    }

    @Override
    public String toString() {
        return area + "/" + schema + "/" + name;
    }
}
