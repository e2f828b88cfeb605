/// Routes, problems and the auth gate in front of the domain.
@NullMarked
package dev.kilat.http;

import org.jspecify.annotations.NullMarked;
