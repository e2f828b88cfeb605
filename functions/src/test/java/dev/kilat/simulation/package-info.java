/// A whole event in virtual time: the real functions on ports in memory, among guests, a
/// photographer and everything that goes wrong.
@NullMarked
package dev.kilat.simulation;

import org.jspecify.annotations.NullMarked;
