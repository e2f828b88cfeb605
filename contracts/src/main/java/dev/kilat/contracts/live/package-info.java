/// Frames of the WebSocket, `live/asyncapi.yaml`. The component `type` carries the literal; the
/// shorter constructors fill it.
@NullMarked
package dev.kilat.contracts.live;

import org.jspecify.annotations.NullMarked;
