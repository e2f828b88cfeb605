package dev.kilat.thumbnail;

/// How a step ends a photo's way; becomes [Rendering.Unreadable] at the end of the pipeline and
/// never leaves the package.
final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    Refused(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
