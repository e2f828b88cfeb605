/// What every feature tells about itself: measurements, and the invocation that log lines name.
@NullMarked
package dev.kilat.telemetry;

import org.jspecify.annotations.NullMarked;
