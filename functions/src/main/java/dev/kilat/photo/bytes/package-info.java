/// Whole files outside of Java's heap. Arrays of their size would each lie about until the
/// collector comes for them, and for large ones it rather lets the heap grow.
@NullMarked
package dev.kilat.photo.bytes;

import org.jspecify.annotations.NullMarked;
