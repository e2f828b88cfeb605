@NullMarked
package dev.kilat.bench;

import org.jspecify.annotations.NullMarked;
