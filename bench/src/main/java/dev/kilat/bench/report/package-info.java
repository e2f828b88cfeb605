/// What a benchmark found, as text for a terminal and for `docs/performance.md`.
@NullMarked
package dev.kilat.bench.report;

import org.jspecify.annotations.NullMarked;
