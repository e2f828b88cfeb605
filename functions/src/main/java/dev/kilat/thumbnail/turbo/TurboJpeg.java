package dev.kilat.thumbnail.turbo;

import static java.lang.System.Logger.Level.WARNING;

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
        Optional<Path> file = TurboFile.find();
        try {
            return file.map(it -> new TurboJpeg(new TurboLibrary(it)));
        } catch (IllegalArgumentException | UnsatisfiedLinkError unusable) {
            LOG.log(WARNING, "libjpeg-turbo is not used: " + file.orElseThrow(), unusable);
            return Optional.empty();
        }
    }

    public TurboDecoder decoder() {
        return new TurboDecoder(library);
    }

    public TurboEncoder encoder() {
        return new TurboEncoder(library);
    }
}
