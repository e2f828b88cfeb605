package dev.kilat.telemetry;

/// The port on measurements. Names are PascalCase nouns, such as `PhotosPublished`; never an id,
/// for every name is a metric of its own.
public interface Metrics {
    void count(String name, long value);

    void milliseconds(String name, long value);
}
