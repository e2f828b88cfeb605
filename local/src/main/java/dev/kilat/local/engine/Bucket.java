package dev.kilat.local.engine;

import java.util.List;

/// A bucket of the template.
public record Bucket(String name, List<Cors> cors) {

    /// Which pages may call the bucket; `*` stands for any, and within origins for any part.
    public record Cors(
            List<String> origins,
            List<String> methods,
            List<String> headers,
            List<String> exposed) {}
}
