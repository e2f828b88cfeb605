/// Functions as Lambda runs them: each in a process of its own, fed by the Runtime API, calling the
/// services over TLS.
@NullMarked
package dev.kilat.local.lambda;

import org.jspecify.annotations.NullMarked;
