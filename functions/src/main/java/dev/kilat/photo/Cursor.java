package dev.kilat.photo;

/// A place in one event's change log: all changes up to and with `seq` are seen. Opaque to clients.
/// A cursor of another epoch says nothing about this log.
public record Cursor(String epoch, long seq) {
    public Cursor {
        if (epoch.isEmpty() || epoch.length() > 64 || epoch.indexOf('.') >= 0 || seq < 0) {
            throw new IllegalArgumentException("since must be a cursor as the server gave it");
        }
    }

    public static Cursor parse(String text) {
        int dot = text.lastIndexOf('.');
        if (dot < 0 || !text.substring(dot + 1).matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException("since must be a cursor as the server gave it");
        }
        return new Cursor(text.substring(0, dot), Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
        return epoch + "." + seq;
    }
}
