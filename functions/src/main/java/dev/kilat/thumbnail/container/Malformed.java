package dev.kilat.thumbnail.container;

/// The file is not what its format demands. Its message is fit to be shown to an admin. What a
/// stream itself throws stays an `IOException`: a broken world, not a broken photo.
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    public Malformed(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    public String why() {
        return why;
    }

    static Malformed truncated(String where) {
        return new Malformed("truncated: the file ends " + where);
    }
}
