package dev.kilat.live;

/// The port on how frames are written down.
@FunctionalInterface
public interface FrameWriter {
    /// The bytes as posted.
    byte[] write(Frame frame);
}
