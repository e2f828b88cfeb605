/// A photo's life: ingest, the dense change log, pages and deltas.
@NullMarked
package dev.kilat.photo;

import org.jspecify.annotations.NullMarked;
