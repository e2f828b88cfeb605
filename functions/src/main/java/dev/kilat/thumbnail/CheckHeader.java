package dev.kilat.thumbnail;

import dev.kilat.photo.header.Header;
import dev.kilat.photo.header.ImageHeaders;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Nothing is decoded before its header has said that it is an image of ours and within the limits.
final class CheckHeader implements Step<MemorySegment, Original> {
    @Override
    public Original apply(MemorySegment original) throws Refused {
        return switch (ImageHeaders.readWhole(original.asByteBuffer())) {
            case Header.Image image -> new Original(original, image, Optional.empty());
            case Header.NotAnImage(var why) -> throw new Refused(why);
            case Header.TooLarge(var why) -> throw new Refused(why);
            case Header.NeedsMore(var why) -> throw new Refused(why);
        };
    }
}
