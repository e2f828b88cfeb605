@NullMarked
package dev.kilat.local.iam;

import org.jspecify.annotations.NullMarked;
