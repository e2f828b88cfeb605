@NullMarked
package dev.kilat.local;

import org.jspecify.annotations.NullMarked;
