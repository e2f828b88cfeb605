/// Messages on SQS, `queue/*.schema.json`.
@NullMarked
package dev.kilat.contracts.queue;

import org.jspecify.annotations.NullMarked;
