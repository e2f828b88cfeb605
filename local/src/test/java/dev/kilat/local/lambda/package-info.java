@NullMarked
package dev.kilat.local.lambda;

import org.jspecify.annotations.NullMarked;
