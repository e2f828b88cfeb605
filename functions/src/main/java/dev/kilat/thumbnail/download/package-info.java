/// The copy of an original that guests may download: the same pixels, without where it was taken
/// and by which camera body.
@NullMarked
package dev.kilat.thumbnail.download;

import org.jspecify.annotations.NullMarked;
