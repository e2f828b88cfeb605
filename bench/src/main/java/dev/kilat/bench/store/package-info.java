/// The gallery's store as the functions use it, on DynamoDB Local.
@NullMarked
package dev.kilat.bench.store;

import org.jspecify.annotations.NullMarked;
