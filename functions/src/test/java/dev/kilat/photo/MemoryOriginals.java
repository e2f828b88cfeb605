package dev.kilat.photo;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Uploaded objects in memory.
public final class MemoryOriginals implements Originals {
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final Map<String, Stored> heads = new ConcurrentHashMap<>();

    public void put(Pending ticket, byte[] bytes) {
        put(ticket, bytes, new Stored(bytes.length, ticket.contentType(), null));
    }

    public void put(Pending ticket, byte[] bytes, Stored head) {
        put(Photo.originalKey(ticket.event(), ticket.id()), bytes, head);
    }

    public void put(String key, byte[] bytes, Stored head) {
        objects.put(key, bytes);
        heads.put(key, head);
    }

    /// The object is there, and cannot be read.
    public void breaks(Pending ticket) {
        put(ticket, new byte[0], new Stored(ticket.size(), ticket.contentType(), null));
        objects.remove(Photo.originalKey(ticket.event(), ticket.id()));
    }

    @Override
    public Optional<Stored> find(String key) {
        return Optional.ofNullable(heads.get(key));
    }

    @Override
    public byte[] start(String key, int length) {
        byte[] whole = bytes(key);
        return Arrays.copyOf(whole, Math.min(length, whole.length));
    }

    @Override
    public MemorySegment read(String key, Arena arena) {
        byte[] whole = bytes(key);
        return arena.allocate(whole.length).copyFrom(MemorySegment.ofArray(whole));
    }

    private byte[] bytes(String key) {
        return Objects.requireNonNull(objects.get(key), key);
    }
}
