package dev.kilat.thumbnail;

import dev.kilat.photo.header.Header;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// A photo before its decoding.
///
/// @param bytes the file: whole at first, then reduced to what draws
/// @param profile the embedded ICC profile's bytes, once taken out
record Original(MemorySegment bytes, Header.Image header, Optional<byte[]> profile) {
    Original reduced(byte[] drawing, Optional<byte[]> taken) {
        return new Original(MemorySegment.ofArray(drawing), header, taken);
    }
}
