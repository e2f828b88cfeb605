/// What starts functions by itself: objects, messages, time.
@NullMarked
package dev.kilat.local.trigger;

import org.jspecify.annotations.NullMarked;
