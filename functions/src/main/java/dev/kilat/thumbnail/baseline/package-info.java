/// Baseline JPEGs at half their size or less, as cameras and phones write them, in Java: most of a
/// photo's time goes into reading its Huffman codes, which a table of codes and values together
/// reads faster than libjpeg-turbo does, and what a smaller picture does not show is never
/// computed. Whatever is unusual or damaged is left to that library, which knows what to say of it.
@NullMarked
package dev.kilat.thumbnail.baseline;

import org.jspecify.annotations.NullMarked;
