package dev.kilat.thumbnail.turbo;

import static java.lang.System.Logger.Level.WARNING;

import dev.kilat.thumbnail.planes.Pool;
import java.nio.file.Path;
import java.util.Optional;

/// libjpeg-turbo on this machine.
public final class TurboJpeg {
    private static final System.Logger LOG = System.getLogger(TurboJpeg.class.getName());

    private final TurboLibrary library;

    private TurboJpeg(TurboLibrary library) {
        this.library = library;
    }

    /// Empty where there is none that we can use: then everything is done in Java.
    public static Optional<TurboJpeg> find() {
        for (Path file : TurboFile.candidates()) {
            try {
                return Optional.of(new TurboJpeg(new TurboLibrary(file)));
            } catch (IllegalArgumentException | UnsatisfiedLinkError unusable) {
                LOG.log(WARNING, "not a libjpeg-turbo for us: " + file, unusable);
            }
        }
        return Optional.empty();
    }

    /// @param pool where what it decodes will lie
    public TurboDecoder decoder(Pool pool) {
        return new TurboDecoder(library, pool);
    }

    public TurboEncoder encoder() {
        return new TurboEncoder(library);
    }
}
