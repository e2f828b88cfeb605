package dev.kilat.photo.header;

/// A read past the bytes that there are. Never leaves the package.
final class EndOfBytes extends Exception {
    private static final long serialVersionUID = 1;

    EndOfBytes() {
        super(null, null, false, false);
    }
}
