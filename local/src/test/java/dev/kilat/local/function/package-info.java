@NullMarked
package dev.kilat.local.function;

import org.jspecify.annotations.NullMarked;
