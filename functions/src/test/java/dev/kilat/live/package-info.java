@NullMarked
package dev.kilat.live;

import org.jspecify.annotations.NullMarked;
