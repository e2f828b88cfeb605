@NullMarked
package dev.kilat.bench.report;

import org.jspecify.annotations.NullMarked;
