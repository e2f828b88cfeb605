/// How long it takes from nothing to the first event handled.
@NullMarked
package dev.kilat.bench.coldstart;

import org.jspecify.annotations.NullMarked;
