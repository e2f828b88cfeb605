/// Open pages: connections, rooms, frames and the broadcast to them.
@NullMarked
package dev.kilat.live;

import org.jspecify.annotations.NullMarked;
