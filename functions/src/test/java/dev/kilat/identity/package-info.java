@NullMarked
package dev.kilat.identity;

import org.jspecify.annotations.NullMarked;
