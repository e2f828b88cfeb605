package dev.kilat.bench.thumbnails;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
        Map<String, byte[]> photos = new HashMap<>();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode asked = JSON.readTree(line);
            String photo = asked.path("photo").asText();
            if (!photos.containsKey(photo)) {
                // One photo after the other, as a function holds them.
                photos.clear();
                photos.put(photo, Files.readAllBytes(Path.of(photo)));
            }
            long bytes = 0;
            for (int i = 0; i < asked.path("times").asInt(); i++) {
                var made = way.make(photos.get(photo));
                bytes = made.values().stream().mapToLong(jpeg -> jpeg.length).sum();
                if (asked.hasNonNull("keep")) {
                    for (var each : made.entrySet()) {
                        Path folder = Path.of(asked.path("keep").asText());
                        Files.write(
                                folder.resolve(each.getKey().label() + ".jpg"), each.getValue());
                    }
                }
            }
            System.out.println(JSON.createObjectNode().put("bytes", bytes));
        }
    }
}
