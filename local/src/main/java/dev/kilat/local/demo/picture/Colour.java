package dev.kilat.local.demo.picture;

/// Linear light; 1 is the white of paper, lamps are above.
record Colour(float r, float g, float b) {

    /// @param rgb as on a screen, `0xffcc88`
    static Colour of(int rgb) {
        return new Colour(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
    }

    private static float linear(int channel) {
        return (float) Math.pow(channel / 255.0, 2.2);
    }

    Colour times(double k) {
        return new Colour((float) (r * k), (float) (g * k), (float) (b * k));
    }

    Colour mix(Colour other, double t) {
        float k = (float) t;
        return new Colour(r + (other.r - r) * k, g + (other.g - g) * k, b + (other.b - b) * k);
    }
}
