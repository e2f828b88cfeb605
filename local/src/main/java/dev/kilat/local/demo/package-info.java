/// A simulated photographer: draws photos and uploads them as any other client would.
@NullMarked
package dev.kilat.local.demo;

import org.jspecify.annotations.NullMarked;
