package dev.kilat.local.e2e;

import dev.kilat.local.demo.PhotoFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// An event with twelve photos that no test changes, made once a run.
///
/// @param photos newest first
record Wall(String slug, List<String> photos) {
    static final int SIZE = 12;

    /// A new event with this many photos, whose thumbnails are all there.
    static Wall hang(Cloud.Running kilat, int size) throws InterruptedException {
        String slug = kilat.event();
        List<String> photos = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            PhotoFile photo = i % 3 == 1 ? Photos.jpeg(600, 800) : Photos.jpeg(800, 600);
            photos.add(kilat.admin().upload(slug, photo).path("photo_id").asText());
        }
        Collections.reverse(photos);
        for (String photo : photos) {
            Wire.awaitStatus(kilat.admin(), slug, photo, "THUMBNAILS_READY");
        }
        return new Wall(slug, List.copyOf(photos));
    }

    String newest() {
        return photos.getFirst();
    }

    /// Gives it to the tests.
    public static final class Hung implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Wall.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(Wall.class))
                    .getOrComputeIfAbsent(Wall.class, _ -> hang(context), Wall.class);
        }

        private static Wall hang(ExtensionContext context) {
            try {
                return Wall.hang(Cloud.running(context), SIZE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }
}
