/// How it is measured: in turns, in processes of their own, by medians.
@NullMarked
package dev.kilat.bench.measure;

import org.jspecify.annotations.NullMarked;
