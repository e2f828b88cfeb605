package dev.kilat.bench.ingest;

import dev.kilat.bench.store.Pictures;
import dev.kilat.photo.Originals;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Every object is there, and is [Pictures#JPEG].
final class SmallOriginals implements Originals {
    @Override
    public Optional<Stored> find(String key) {
        return Optional.of(new Stored(Pictures.JPEG.length, "image/jpeg", null));
    }

    @Override
    public byte[] start(String key, int length) {
        return Pictures.JPEG;
    }

    @Override
    public MemorySegment read(String key, Arena arena) {
        return MemorySegment.ofArray(Pictures.JPEG);
    }
}
