@NullMarked
package dev.kilat.photo.bytes;

import org.jspecify.annotations.NullMarked;
