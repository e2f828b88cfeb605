@NullMarked
package dev.kilat.thumbnail;

import org.jspecify.annotations.NullMarked;
