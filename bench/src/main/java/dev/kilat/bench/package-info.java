/// Every figure that Kilat claims, as a command: our work beside a peer's on the same input in the
/// same run, and how far both are from the limit.
@NullMarked
package dev.kilat.bench;

import org.jspecify.annotations.NullMarked;
