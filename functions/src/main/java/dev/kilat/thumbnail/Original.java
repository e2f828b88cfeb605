package dev.kilat.thumbnail;

import dev.kilat.photo.header.Header;
import java.util.Optional;

/// A photo before its decoding.
///
/// @param bytes the file: whole at first, then reduced to what draws
/// @param profile the embedded ICC profile's bytes, once taken out
@SuppressWarnings("ArrayRecordComponent") // Handed from step to step, never compared.
record Original(byte[] bytes, Header.Image header, Optional<byte[]> profile) {}
