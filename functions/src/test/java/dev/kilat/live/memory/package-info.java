/// The ports of live in memory.
@NullMarked
package dev.kilat.live.memory;

import org.jspecify.annotations.NullMarked;
