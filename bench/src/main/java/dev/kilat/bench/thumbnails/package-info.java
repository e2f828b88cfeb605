/// Photos of many megapixels to three thumbnails: our renderer beside sharp and Thumbnailator, and
/// beside what libjpeg-turbo alone needs.
@NullMarked
package dev.kilat.bench.thumbnails;

import org.jspecify.annotations.NullMarked;
