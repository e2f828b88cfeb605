@NullMarked
package dev.kilat.aws.post;

import org.jspecify.annotations.NullMarked;
