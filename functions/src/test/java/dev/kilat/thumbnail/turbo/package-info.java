@NullMarked
package dev.kilat.thumbnail.turbo;

import org.jspecify.annotations.NullMarked;
