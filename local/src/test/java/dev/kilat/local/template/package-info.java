@NullMarked
package dev.kilat.local.template;

import org.jspecify.annotations.NullMarked;
