/// The Lambda entry classes, a trigger each, and the composition root.
@NullMarked
package dev.kilat.entry;

import org.jspecify.annotations.NullMarked;
