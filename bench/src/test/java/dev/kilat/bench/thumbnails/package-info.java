@NullMarked
package dev.kilat.bench.thumbnails;

import org.jspecify.annotations.NullMarked;
