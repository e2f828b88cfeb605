/// Open pages: connections, rooms, frames and the broadcast to them.
///
/// A commit calls [Broadcaster#committed]. One caller at a time is elected sender of the event
/// ([Senders]), reads what the room has not been sent, and posts it to all ([Delivery], [Courier]).
/// While more is wanted than the frames of a burst may carry, the work goes on behind the fan-out
/// queue ([FanOutQueue]), so that no caller waits.
@NullMarked
package dev.kilat.live;

import org.jspecify.annotations.NullMarked;
