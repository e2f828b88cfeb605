/// JPEG by libjpeg-turbo, called through `java.lang.foreign`, on planes of brightness and colour:
/// no pixel is ever turned into red, green and blue and back.
@NullMarked
package dev.kilat.thumbnail.turbo;

import org.jspecify.annotations.NullMarked;
