package dev.kilat.live;

import dev.kilat.live.memory.MemoryConnections;

class MemoryConnectionsTest extends ConnectionsContract {
    private final Connections connections = new MemoryConnections();

    @Override
    protected Connections connections() {
        return connections;
    }
}
