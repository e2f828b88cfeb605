package dev.kilat.contracts.live;

import java.util.List;

/// What changed in an event since the last frame.
///
/// @param epoch of the event's change log
/// @param head the log's last seq when the frame was made; a client that is behind after the events
///   asks for the delta
/// @param events by seq; empty if they would not fit into a frame
public record BatchEvents(
        String type, String eventSlug, String epoch, long head, List<LiveEvent> events)
        implements Frame {
    public static final String TYPE = "batch:events";

    public BatchEvents(String eventSlug, String epoch, long head, List<LiveEvent> events) {
        this(TYPE, eventSlug, epoch, head, events);
    }
}
