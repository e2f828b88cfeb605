@NullMarked
package dev.kilat;

import org.jspecify.annotations.NullMarked;
