@NullMarked
package dev.kilat.photo;

import org.jspecify.annotations.NullMarked;
