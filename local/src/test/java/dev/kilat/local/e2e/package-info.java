/// The whole path on the local cloud: real HTTP, real S3, real WebSocket, seen from outside.
@NullMarked
package dev.kilat.local.e2e;

import org.jspecify.annotations.NullMarked;
