@NullMarked
package dev.kilat.event;

import org.jspecify.annotations.NullMarked;
