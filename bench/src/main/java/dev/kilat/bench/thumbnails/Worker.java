package dev.kilat.bench.thumbnails;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.photo.bytes.OutsideBytes;
import dev.kilat.thumbnail.Size;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;

/// A process that makes thumbnails in one of the [Way]s: a line of JSON in, a line of JSON out, as
/// `bench/peers/thumbnails.mjs` does.
final class Worker {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Worker() {}

    public static void main(String[] arguments) throws IOException {
        ImageIO.setUseCache(false);
        Way way = Way.of(arguments[0]);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode asked = JSON.readTree(line);
            // One photo after the other, held as the function holds them.
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment photo = read(Path.of(asked.path("photo").asText()), arena);
                Map<Size, byte[]> made = Map.of();
                for (int i = 0; i < asked.path("times").asInt(); i++) {
                    made = way.make(photo);
                }
                if (asked.hasNonNull("keep")) {
                    keep(made, Path.of(asked.path("keep").asText()));
                }
                long bytes = made.values().stream().mapToLong(jpeg -> jpeg.length).sum();
                System.out.println(JSON.createObjectNode().put("bytes", bytes));
            }
        }
    }

    private static MemorySegment read(Path photo, Arena arena) throws IOException {
        var bytes = new OutsideBytes(arena, Files.size(photo));
        Files.copy(photo, bytes);
        return bytes.written();
    }

    private static void keep(Map<Size, byte[]> made, Path folder) throws IOException {
        for (var each : made.entrySet()) {
            Files.write(folder.resolve(each.getKey().label() + ".jpg"), each.getValue());
        }
    }
}
