@NullMarked
package dev.kilat.telemetry;

import org.jspecify.annotations.NullMarked;
