package dev.kilat.local.demo.picture;

import java.util.Random;

/// The light that falls on the sensor: pixels of linear red, green, blue, on which everything is
/// added.
///
/// Drawn at half the photo's resolution; what a lens makes soft needs no more, and grain comes
/// later.
final class Light {
    final int width;
    final int height;
    final float[] rgb;

    Light(int width, int height) {
        this.width = width;
        this.height = height;
        this.rgb = new float[width * height * 3];
    }

    /// Lengths that look the same in portrait and in landscape: a thousandth of the frame.
    double unit() {
        return Math.sqrt((double) width * height) / 1000;
    }

    /// A gradient from top to bottom between two heights (in pixels), colours evenly spaced.
    void gradient(double from, double to, Colour... colours) {
        int end = (int) Math.min(height, Math.round(to));
        for (int y = (int) Math.max(0, Math.round(from)); y < end; y++) {
            double at = (y - from) / Math.max(1, to - from) * (colours.length - 1);
            int stop = (int) Math.min(colours.length - 2.0, at);
            Colour c = colours[stop].mix(colours[stop + 1], at - stop);
            for (int i = y * width * 3, last = i + width * 3; i < last; i += 3) {
                rgb[i] = c.r();
                rgb[i + 1] = c.g();
                rgb[i + 2] = c.b();
            }
        }
    }

    /// Clouds in a band between two heights: where the noise is above `edge`, the colour covers.
    ///
    /// @param sx how many hills a pixel sideways; `sy` the same downwards
    void cloud(
            Noise noise, double from, double to, double sx, double sy, Colour colour, double edge) {
        for (int y = (int) Math.max(0, from); y < Math.min(height, to); y++) {
            double fade = Math.sin(Math.PI * (y - from) / (to - from));
            for (int x = 0; x < width; x++) {
                double n = noise.fractal(x * sx, y * sy) * fade - edge;
                if (n > 0) {
                    mix((y * width + x) * 3, colour, (float) Math.min(1, n * 3));
                }
            }
        }
    }

    /// A soft round glow that is gone at `radius`.
    void glow(double x, double y, double radius, Colour c) {
        glow(x, y, radius, radius, c);
    }

    void glow(double x, double y, double rx, double ry, Colour c) {
        for (int py = (int) Math.max(0, y - ry); py < Math.min(height, y + ry); py++) {
            double dy = (py - y) / ry;
            for (int px = (int) Math.max(0, x - rx); px < Math.min(width, x + rx); px++) {
                double dx = (px - x) / rx;
                double d = 1 - dx * dx - dy * dy;
                if (d > 0) {
                    add((py * width + px) * 3, c, (float) (d * d * d));
                }
            }
        }
    }

    /// A lamp out of focus: a disc, brighter at its rim, cut to a lens shape towards the corners.
    void bokeh(double x, double y, double radius, Colour c) {
        double soft = Math.max(1.2, radius * 0.06);
        double catX = (x - width / 2.0) * 0.35 * radius / width;
        double catY = (y - height / 2.0) * 0.35 * radius / height;
        for (int py = (int) Math.max(0, y - radius - 2);
                py < Math.min(height, y + radius + 2);
                py++) {
            for (int px = (int) Math.max(0, x - radius - 2);
                    px < Math.min(width, x + radius + 2);
                    px++) {
                double d = Math.hypot(px - x, py - y);
                double other = Math.hypot(px - x + catX * 2, py - y + catY * 2);
                double inside = Math.min(1, (radius - Math.max(d, other)) / soft + 0.5);
                if (inside > 0) {
                    double ring = d / radius;
                    add(
                            (py * width + px) * 3,
                            c,
                            (float) (inside * (0.7 + 0.5 * ring * ring * ring)));
                }
            }
        }
    }

    /// A spotlight's cone.
    ///
    /// @param angle of its axis, radians, 0 to the right, growing clockwise
    /// @param spread half its opening, radians
    void beam(double x, double y, double angle, double spread, double length, Colour c) {
        double ax = Math.cos(angle);
        double ay = Math.sin(angle);
        double tan = Math.tan(spread);
        for (int py = 0; py < height; py++) {
            for (int px = 0; px < width; px++) {
                double along = (px - x) * ax + (py - y) * ay;
                if (along > 0 && along < length) {
                    double across = ((px - x) * ay - (py - y) * ax) / (along * tan + 3);
                    double k = 1 - across * across;
                    if (k > 0) {
                        double far = 1 - along / length;
                        add((py * width + px) * 3, c, (float) (k * k * far * far));
                    }
                }
            }
        }
    }

    /// A bright thin stroke.
    void stroke(double x0, double y0, double x1, double y1, double radius, Colour c) {
        double steps = Math.max(1, Math.hypot(x1 - x0, y1 - y0) / Math.max(0.7, radius * 0.6));
        for (int i = 0; i < steps; i++) {
            double t = i / steps;
            glow(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, Math.max(1.2, radius), c);
        }
    }

    void paint(Mask mask, Colour c) {
        paint(mask, c, c);
    }

    /// Covers with a mask whose colour runs from its frame's top to its bottom.
    void paint(Mask mask, Colour top, Colour bottom) {
        for (int y = 0; y < height; y++) {
            Colour c = top.mix(bottom, (double) y / height);
            for (int x = 0; x < width; x++) {
                int a = mask.at(x, y);
                if (a > 0) {
                    mix((y * width + x) * 3, c, a / 255f);
                }
            }
        }
    }

    /// Covers with a mask that is lit from (`x`, `y`) and dark at `reach`.
    void shade(Mask mask, double x, double y, double reach, Colour lit, Colour dark) {
        for (int py = (int) Math.max(0, y - reach); py < Math.min(height, y + reach); py++) {
            for (int px = (int) Math.max(0, x - reach); px < Math.min(width, x + reach); px++) {
                int a = mask.at(px, py);
                if (a > 0) {
                    double d = Math.hypot(px - x, py - y) / reach;
                    mix((py * width + px) * 3, lit.mix(dark, Math.min(1, d * d * 2.2)), a / 255f);
                }
            }
        }
    }

    /// Covers with a soft-edged disc.
    void disc(double x, double y, double radius, Colour c, double strength) {
        double soft = Math.max(1.2, radius * 0.1);
        for (int py = (int) Math.max(0, y - radius); py < Math.min(height, y + radius); py++) {
            for (int px = (int) Math.max(0, x - radius); px < Math.min(width, x + radius); px++) {
                double inside = (radius - Math.hypot(px - x, py - y)) / soft;
                if (inside > 0) {
                    mix((py * width + px) * 3, c, (float) (Math.min(1, inside) * strength));
                }
            }
        }
    }

    /// Light from behind that wraps around the edges of a mask, most on the side of (`dx`, `dy`).
    ///
    /// @param soft how far it creeps in, in pixels
    void rim(Mask mask, double soft, double dx, double dy, Colour c) {
        Mask inner = mask.blurred(soft);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int a = mask.at(x, y);
                if (a > 0) {
                    float open = (255 - inner.at(x + (int) dx, y + (int) dy)) / 255f;
                    if (open > 0) {
                        add((y * width + x) * 3, c, a / 255f * open * open);
                    }
                }
            }
        }
    }

    /// Small coloured papers in the air, tumbling.
    void confetti(Random random, int count, double size, Colour light, int... colours) {
        for (int i = 0; i < count; i++) {
            double s = size * (0.4 + random.nextDouble() * random.nextDouble() * 2.2);
            Colour c = Colour.of(colours[random.nextInt(colours.length)]);
            Colour lit = new Colour(c.r() * light.r(), c.g() * light.g(), c.b() * light.b());
            leaf(
                    random.nextDouble() * width,
                    random.nextDouble() * height,
                    s,
                    s * (0.15 + random.nextDouble() * 0.6),
                    random.nextDouble() * Math.PI,
                    lit);
        }
    }

    private void leaf(double x, double y, double a, double b, double angle, Colour c) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double soft = Math.max(1, a * 0.25);
        for (int py = (int) Math.max(0, y - a - 2); py < Math.min(height, y + a + 2); py++) {
            for (int px = (int) Math.max(0, x - a - 2); px < Math.min(width, x + a + 2); px++) {
                double u = Math.abs((px - x) * cos + (py - y) * sin);
                double v = Math.abs((py - y) * cos - (px - x) * sin);
                double k = Math.min(1, Math.min((a - u) / soft, (b - v) / soft) + 0.5);
                if (k > 0) {
                    mix((py * width + px) * 3, c, (float) k);
                }
            }
        }
    }

    /// The lower part mirrors the upper: wet stone, water, a polished floor.
    void reflect(double horizon, double strength, double ripple, Noise noise) {
        int from = (int) horizon;
        for (int y = from; y < height; y++) {
            double depth = (y - horizon) / (height - horizon);
            for (int x = 0; x < width; x++) {
                double shift =
                        (noise.at(x * 0.01 / (0.3 + depth), (y - horizon) * 0.25 / (0.3 + depth))
                                        - 0.5)
                                * ripple;
                int sy =
                        (int)
                                Math.clamp(
                                        2 * horizon - y + shift * 2 * (0.3 + depth),
                                        0,
                                        height - 1.0);
                int sx = (int) Math.clamp(x + shift * 0.4, 0, width - 1.0);
                int i = (y * width + x) * 3;
                int j = (sy * width + sx) * 3;
                float k = (float) (strength * (1 - depth * 0.6));
                rgb[i] += rgb[j] * k;
                rgb[i + 1] += rgb[j + 1] * k;
                rgb[i + 2] += rgb[j + 2] * k;
            }
        }
    }

    private void add(int i, Colour c, float k) {
        rgb[i] += c.r() * k;
        rgb[i + 1] += c.g() * k;
        rgb[i + 2] += c.b() * k;
    }

    private void mix(int i, Colour c, float k) {
        rgb[i] += (c.r() - rgb[i]) * k;
        rgb[i + 1] += (c.g() - rgb[i + 1]) * k;
        rgb[i + 2] += (c.b() - rgb[i + 2]) * k;
    }
}
