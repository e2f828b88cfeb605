@NullMarked
package dev.kilat.thumbnail.planes;

import org.jspecify.annotations.NullMarked;
