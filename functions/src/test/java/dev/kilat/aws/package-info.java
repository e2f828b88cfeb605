@NullMarked
package dev.kilat.aws;

import org.jspecify.annotations.NullMarked;
