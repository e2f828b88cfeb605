/// The peer: ingest as a function of AWS's tutorials does it. It shares no code with ours.
@NullMarked
package dev.kilat.bench.coldstart.usual;

import org.jspecify.annotations.NullMarked;
