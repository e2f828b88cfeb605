package dev.kilat.local.demo.picture;

import java.awt.geom.Ellipse2D;
import java.util.Random;

/// Roses close up, in daylight.
final class Bouquet implements Scene {
    private static final int[][] PETALS = {
        {0xf6d5cc, 0xe8a79c, 0xfff6ec, 0xd9777f},
        {0xfff2e2, 0xf3d7a8, 0xf7b98a, 0xe88d67},
        {0xefe6f4, 0xc9b2dc, 0xfffaf4, 0x9c7bb8}
    };

    @Override
    public void expose(Light light, Random r) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        boolean green = r.nextBoolean();
        light.gradient(
                0,
                h,
                Colour.of(green ? 0xc4d3b4 : 0xe9dfd4),
                Colour.of(green ? 0x93ac84 : 0xcdbfae),
                Colour.of(green ? 0x51683f : 0x9a8a78));
        for (int i = 0; i < 60; i++) {
            light.bokeh(
                    w * r.nextDouble(),
                    h * r.nextDouble(),
                    (22 + r.nextDouble() * 60) * u,
                    Colour.of(green ? 0xd8e6b0 : 0xfff2dc).times(0.05 + r.nextDouble() * 0.22));
        }
        double cx = w * (0.44 + r.nextDouble() * 0.12);
        double cy = h * 0.57;
        leaves(light, r, cx, cy + 60 * u, 380 * u, 3 * u);
        int[] petals = PETALS[r.nextInt(PETALS.length)];
        int roses = 26;
        for (int i = 0; i < roses; i++) {
            double angle = i * 2.399963;
            double d = 330 * u * Math.sqrt((roses - i) / (double) roses);
            double x = cx + Math.cos(angle) * d;
            double y = cy + Math.sin(angle) * d * 0.82;
            rose(
                    light,
                    r,
                    x,
                    y,
                    (88 + r.nextDouble() * 36) * u,
                    Colour.of(petals[r.nextInt(petals.length)]));
        }
        for (int i = 0; i < 40; i++) {
            double angle = r.nextDouble() * 6.28;
            double d = (250 + r.nextDouble() * 180) * u;
            light.bokeh(
                    cx + Math.cos(angle) * d,
                    cy + Math.sin(angle) * d * 0.8,
                    (3 + r.nextDouble() * 4) * u,
                    Colour.of(0xfffaf0).times(0.8));
        }
    }

    /// Petals from the outside in, each ring a little tighter and darker at its seam.
    static void rose(Light light, Random r, double x, double y, double size, Colour petal) {
        Colour seam = new Colour(petal.r() * 0.52f, petal.g() * 0.3f, petal.b() * 0.3f);
        light.disc(x + size * 0.05, y + size * 0.12, size * 1.06, seam.times(0.5), 0.55);
        double turn = r.nextDouble() * 6.28;
        int rings = size > 30 ? 7 : 4;
        for (int ring = 0; ring < rings; ring++) {
            double t = (double) ring / rings;
            int petals = ring < 2 ? 6 : ring < 5 ? 5 : 3;
            double reach = size * (0.62 - 0.62 * t);
            double wide = size * (0.56 - 0.36 * t);
            turn += 0.7;
            for (int p = 0; p < petals; p++) {
                double angle = turn + p * 2 * Math.PI / petals + r.nextGaussian() * 0.08;
                double px = x + Math.cos(angle) * reach;
                double py = y + Math.sin(angle) * reach * 0.9;
                double lit = 0.86 - 0.22 * Math.sin(angle) - 0.28 * t;
                light.disc(
                        px + size * 0.025,
                        py + size * 0.035,
                        wide * 1.03,
                        seam.mix(petal, 0.25).times(0.85 - 0.3 * t),
                        0.9);
                light.disc(px, py, wide, petal.mix(seam, t * 0.45).times(lit), 1);
            }
        }
        light.disc(x, y, size * 0.1, seam.times(0.7), 0.8);
    }

    static void leaves(Light light, Random r, double x, double y, double reach, double blur) {
        Mask leaves =
                Mask.of(
                                light,
                                g -> {
                                    for (int i = 0; i < 46; i++) {
                                        double angle = r.nextDouble() * 2 * Math.PI;
                                        double length = reach * (0.75 + r.nextDouble() * 0.5);
                                        var place = g.getTransform();
                                        g.translate(x, y);
                                        g.rotate(angle);
                                        g.fill(
                                                new Ellipse2D.Double(
                                                        length * 0.4,
                                                        -reach * 0.06,
                                                        length * 0.6,
                                                        reach * (0.09 + r.nextDouble() * 0.08)));
                                        g.setTransform(place);
                                    }
                                })
                        .blurred(blur);
        light.paint(leaves, Colour.of(0x5a7048), Colour.of(0x26381f));
        light.rim(leaves, 3, 2, -3, Colour.of(0xa8bc88).times(0.5));
    }
}
