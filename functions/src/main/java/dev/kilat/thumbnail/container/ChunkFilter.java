package dev.kilat.thumbnail.container;

import org.jspecify.annotations.Nullable;

/// What becomes of a chunk of PNG or WebP, by its four-letter name.
public interface ChunkFilter {
    enum Fate {
        KEEP,
        DROP,
        /// Taken into memory, if it is no larger than [#EDITABLE], and given to [ChunkFilter#edit];
        /// else dropped.
        EDIT
    }

    int EDITABLE = 4 * 1024 * 1024;

    Fate fate(String name);

    /// @return the content to write instead, or null to drop the chunk
    byte @Nullable [] edit(String name, byte[] content);
}
