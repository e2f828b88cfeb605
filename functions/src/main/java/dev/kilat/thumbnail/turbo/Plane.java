package dev.kilat.thumbnail.turbo;

/// One component of an image, line by line without gaps.
///
/// @param samples unsigned, at least `width * height`
@SuppressWarnings("ArrayRecordComponent") // Handed from step to step, never compared.
public record Plane(byte[] samples, int width, int height) {
    public Plane {
        if (width < 1 || height < 1 || samples.length < width * height) {
            throw new IllegalArgumentException(
                    samples.length + " samples are no plane of " + width + " x " + height);
        }
    }
}
