@NullMarked
package dev.kilat.bench.cost;

import org.jspecify.annotations.NullMarked;
