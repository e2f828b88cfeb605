@NullMarked
package dev.kilat.bench.measure;

import org.jspecify.annotations.NullMarked;
