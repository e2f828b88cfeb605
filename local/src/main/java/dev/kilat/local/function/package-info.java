/// The functions, called as Lambda calls them.
@NullMarked
package dev.kilat.local.function;

import org.jspecify.annotations.NullMarked;
