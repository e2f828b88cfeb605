@NullMarked
package dev.kilat.bench.ingest;

import org.jspecify.annotations.NullMarked;
