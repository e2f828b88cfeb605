/// JPEG by libjpeg-turbo, called through `java.lang.foreign`, to planes and from them.
@NullMarked
package dev.kilat.thumbnail.turbo;

import org.jspecify.annotations.NullMarked;
