package dev.kilat.contracts.live;

import dev.kilat.contracts.Sparse;
import org.jspecify.annotations.Nullable;

/// What a client sends, before anyone has checked it.
///
/// @param action [#PING], [#JOIN] or [#LEAVE]
/// @param eventSlug only with [#JOIN]
public record ClientFrame(@Nullable String action, @Nullable String eventSlug) implements Sparse {
    public static final String PING = "ping";
    public static final String JOIN = "event:join";
    public static final String LEAVE = "event:leave";
}
