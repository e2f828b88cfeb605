package dev.kilat.identity;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class MemoryAdmins implements Admins {
    private final Map<String, Stored> admins = new ConcurrentHashMap<>();

    @Override
    public Optional<Stored> find(String username) {
        return Optional.ofNullable(admins.get(username));
    }

    @Override
    public void save(Stored admin) {
        admins.put(admin.username(), admin);
    }
}
