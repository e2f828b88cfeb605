@NullMarked
package dev.kilat.upload;

import org.jspecify.annotations.NullMarked;
