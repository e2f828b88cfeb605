@NullMarked
package dev.kilat.local.engine;

import org.jspecify.annotations.NullMarked;
