/// JPEG segments, PNG chunks and WebP chunks as streams: copied with what is to be kept, dropped or
/// edited decided by the caller, the pixels' own bytes never touched. Memory does not grow with the
/// file.
@NullMarked
package dev.kilat.thumbnail.container;

import org.jspecify.annotations.NullMarked;
