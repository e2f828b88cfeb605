/// What an event costs on AWS: counted on the local cloud, scaled, and priced.
@NullMarked
package dev.kilat.bench.cost;

import org.jspecify.annotations.NullMarked;
