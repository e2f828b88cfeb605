@NullMarked
package dev.kilat.local.gateway;

import org.jspecify.annotations.NullMarked;
