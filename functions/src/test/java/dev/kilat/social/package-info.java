@NullMarked
package dev.kilat.social;

import org.jspecify.annotations.NullMarked;
