@NullMarked
package dev.kilat.thumbnail.download;

import org.jspecify.annotations.NullMarked;
