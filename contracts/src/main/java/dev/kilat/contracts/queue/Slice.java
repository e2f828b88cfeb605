package dev.kilat.contracts.queue;

import java.util.List;

/// Post this frame to these connections of a large room.
///
/// @param room `admin` or `event:{slug}`
/// @param frame the frame as sent: a [dev.kilat.contracts.live.BatchEvents] where it is made,
///   whatever a JSON object is read as (a map, say) where it is only passed on
public record Slice(String type, String room, List<String> connectionIds, Object frame)
        implements FanOutMessage {
    public static final String TYPE = "slice";

    public Slice(String room, List<String> connectionIds, Object frame) {
        this(TYPE, room, connectionIds, frame);
    }
}
