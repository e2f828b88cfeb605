@NullMarked
package dev.kilat.contracts;

import org.jspecify.annotations.NullMarked;
