@NullMarked
package dev.kilat.photo.header;

import org.jspecify.annotations.NullMarked;
