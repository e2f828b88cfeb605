/// What the first bytes of an upload say: is it an image that we take, how large, which way up,
/// taken when. Reads bytes that strangers chose, so no declared length is believed and nothing here
/// throws.
@NullMarked
package dev.kilat.photo.header;

import org.jspecify.annotations.NullMarked;
