/// The synthesized template of the cloud, run on one machine.
@NullMarked
package dev.kilat.local;

import org.jspecify.annotations.NullMarked;
