/// The stores and queues that stand in for AWS's own.
@NullMarked
package dev.kilat.local.engine;

import org.jspecify.annotations.NullMarked;
