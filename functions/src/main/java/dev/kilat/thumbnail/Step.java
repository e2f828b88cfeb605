package dev.kilat.thumbnail;

import java.io.IOException;

/// One named thing done to a photo on its way. What goes in and what comes out is in the type, so
/// steps fit in one order only.
@FunctionalInterface
interface Step<I, O> {
    /// @throws Refused when this photo cannot go on, and why
    O apply(I photo) throws Refused, IOException;
}
