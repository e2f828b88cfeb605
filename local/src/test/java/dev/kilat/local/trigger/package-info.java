@NullMarked
package dev.kilat.local.trigger;

import org.jspecify.annotations.NullMarked;
