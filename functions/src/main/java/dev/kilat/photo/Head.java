package dev.kilat.photo;

/// The end of an event's change log, and how many photos guests see there.
public record Head(String epoch, long seq, int photoCount) {
    public Cursor cursor() {
        return new Cursor(epoch, seq);
    }
}
