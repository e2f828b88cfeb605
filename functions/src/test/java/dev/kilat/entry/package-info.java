@NullMarked
package dev.kilat.entry;

import org.jspecify.annotations.NullMarked;
