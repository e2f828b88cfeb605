/// What AWS would put on a bill of what happens here.
@NullMarked
package dev.kilat.local.bill;

import org.jspecify.annotations.NullMarked;
