/// What guests do with photos beside looking: likes and comments.
@NullMarked
package dev.kilat.social;

import org.jspecify.annotations.NullMarked;
