package dev.kilat.live;

/// The port on the count of messages ever posted.
public interface Tally {
    void add(long messages);

    long total();
}
