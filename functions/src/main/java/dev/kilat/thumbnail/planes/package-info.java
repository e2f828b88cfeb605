/// Pictures as planes of brightness and colour, from a JPEG's decoder to its encoder: shrunk and
/// stood upright without ever being red, green and blue.
@NullMarked
package dev.kilat.thumbnail.planes;

import org.jspecify.annotations.NullMarked;
