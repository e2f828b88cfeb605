@NullMarked
package dev.kilat.bench.delta;

import org.jspecify.annotations.NullMarked;
