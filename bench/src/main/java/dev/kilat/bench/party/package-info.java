/// An event on the local cloud, and phones that visit it.
@NullMarked
package dev.kilat.bench.party;

import org.jspecify.annotations.NullMarked;
