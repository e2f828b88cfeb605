@NullMarked
package dev.kilat.local.demo;

import org.jspecify.annotations.NullMarked;
