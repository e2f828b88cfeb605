@NullMarked
package dev.kilat.thumbnail.baseline;

import org.jspecify.annotations.NullMarked;
