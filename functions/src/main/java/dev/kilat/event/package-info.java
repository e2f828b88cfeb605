/// An occasion: its slug, window, access and join secret.
@NullMarked
package dev.kilat.event;

import org.jspecify.annotations.NullMarked;
