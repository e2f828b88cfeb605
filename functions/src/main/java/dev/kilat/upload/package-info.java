/// Tickets: what may be uploaded, and the presigned request for it.
@NullMarked
package dev.kilat.upload;

import org.jspecify.annotations.NullMarked;
