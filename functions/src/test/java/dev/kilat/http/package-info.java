@NullMarked
package dev.kilat.http;

import org.jspecify.annotations.NullMarked;
