/// A frame on its way to many: what a post costs, how fast a large room is reached, and how long a
/// photo takes to a thousand guests.
@NullMarked
package dev.kilat.bench.fanout;

import org.jspecify.annotations.NullMarked;
