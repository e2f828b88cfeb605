@NullMarked
package dev.kilat.local.demo.picture;

import org.jspecify.annotations.NullMarked;
