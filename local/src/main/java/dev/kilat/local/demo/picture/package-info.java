/// Party photos, drawn: light is added up as a sensor would see it, then developed like film.
@NullMarked
package dev.kilat.local.demo.picture;

import org.jspecify.annotations.NullMarked;
