package dev.kilat.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The contract files as they travel in the jar, for tests that hold an answer against its schema.
///
/// Paths are those of the module's folder: `http/openapi.yaml`, `live/asyncapi.yaml`,
/// `queue/fan-out.schema.json`, `examples/http/Photo/good-uploaded.json`.
public final class Schemas {
    private Schemas() {}

    /// The file's place on the class path, from which relative references between contract files
    /// resolve: `classpath:dev/kilat/contracts/http/openapi.yaml`.
    public static String location(String path) {
        return "classpath:dev/kilat/contracts/" + path;
    }

    /// Where a schema of the HTTP contract is, such as `Photo`.
    public static String http(String schema) {
        return location("http/openapi.yaml") + "#/components/schemas/" + schema;
    }

    /// Where a schema of the live contract is, such as `BatchEvents`.
    public static String live(String schema) {
        return location("live/asyncapi.yaml") + "#/components/schemas/" + schema;
    }

    /// @throws IllegalArgumentException if the jar has no such file
    public static InputStream open(String path) {
        var file = Schemas.class.getResourceAsStream(path);
        if (file == null) {
            throw new IllegalArgumentException("no contract file " + path);
        }
        return file;
    }

    /// @throws IllegalArgumentException if the jar has no such file
    public static String read(String path) {
        try (var file = open(path)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
