package dev.kilat.local.demo.picture;

import java.awt.geom.QuadCurve2D;
import java.util.Random;

/// A garden at dusk under strings of lamps, guests standing about.
final class StringLights implements Scene {
    @Override
    public void expose(Light light, Random r) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        Colour warm = Colour.of(r.nextBoolean() ? 0xffb765 : 0xffa24a);
        double ground = h * 0.74;
        light.gradient(
                0,
                ground,
                Colour.of(0x101c38),
                Colour.of(0x2b4166),
                Colour.of(0x8a6d78),
                Colour.of(0xd89a68));
        light.gradient(ground, h, Colour.of(0x2a2a20), Colour.of(0x15170f));

        trees(light, r, ground);
        for (int i = 0; i < 46; i++) {
            double size = (4 + r.nextDouble() * 14) * u;
            light.bokeh(
                    r.nextDouble() * w,
                    ground - (r.nextDouble() * 190 - 30) * u,
                    size,
                    warm.mix(Colour.of(0xff7040), r.nextDouble() * 0.6)
                            .times(0.5 + r.nextDouble()));
        }
        light.glow(w * 0.5, ground, w * 0.6, h * 0.2, warm.times(0.32));
        tables(light, r, ground, u, warm);
        guests(light, r, ground, u, warm);
        double knotX = w * (0.2 + r.nextDouble() * 0.6);
        int strings = 4 + r.nextInt(3);
        for (int s = 0; s < strings; s++) {
            double depth = (double) s / strings;
            string(light, r, knotX, depth, s % 2 == 0 ? -0.05 : 1.05, warm);
        }
    }

    private static void trees(Light light, Random r, double ground) {
        double u = light.unit();
        for (int layer = 0; layer < 2; layer++) {
            int l = layer;
            Mask trees =
                    Mask.of(
                            light,
                            g -> {
                                for (int i = 0; i < 16; i++) {
                                    double x = r.nextDouble() * light.width;
                                    double tall = (150 + r.nextDouble() * 210 - l * 70) * u;
                                    for (int k = 0; k < 42; k++) {
                                        double s = (12 + r.nextDouble() * 34) * u;
                                        double px = x + r.nextGaussian() * 55 * u;
                                        double py = ground - tall * (0.3 + r.nextDouble() * 0.7);
                                        g.fill(
                                                new java.awt.geom.Ellipse2D.Double(
                                                        px - s, py - s, 2 * s, 2 * s));
                                    }
                                    g.fill(
                                            new java.awt.geom.Rectangle2D.Double(
                                                    x - 7 * u, ground - tall * 0.6, 14 * u, tall));
                                }
                            });
            Colour leaves = Colour.of(l == 0 ? 0x223038 : 0x121d1c);
            light.paint(
                    trees.blurred((9 - l * 4) * u), leaves, leaves.mix(Colour.of(0x4a3a20), 0.8));
        }
    }

    private static void tables(Light light, Random r, double ground, double u, Colour warm) {
        for (int t = 0; t < 5; t++) {
            double x = light.width * (0.06 + t * 0.22 + r.nextDouble() * 0.06);
            double y = ground + (30 + r.nextDouble() * 70) * u;
            light.glow(x, y, 110 * u, 26 * u, Colour.of(0xf2e4cc).times(0.55));
            light.glow(x, y + 40 * u, 90 * u, 60 * u, Colour.of(0xd8c4a4).times(0.16));
            for (int c = 0; c < 3; c++) {
                light.bokeh(x + (c - 1) * 34 * u, y - 22 * u, 6 * u, warm.times(3));
            }
        }
    }

    private static void guests(Light light, Random r, double ground, double u, Colour warm) {
        Mask back =
                Mask.of(
                                light,
                                g -> {
                                    for (int i = 0; i < 11; i++) {
                                        var who = r.nextBoolean() ? Figures.suit() : Figures.gown();
                                        who.stand(
                                                g,
                                                light.width * r.nextDouble(),
                                                ground + (46 + r.nextDouble() * 40) * u,
                                                (190 + r.nextDouble() * 40) * u,
                                                r.nextBoolean());
                                    }
                                })
                        .blurred(4 * u);
        light.paint(back, Colour.of(0x1a1512), Colour.of(0x241a12));
        light.rim(back, 5 * u, 2 * u, -7 * u, warm.times(0.4));
        Mask front =
                Mask.of(
                                light,
                                g -> {
                                    double x = light.width * (0.2 + r.nextDouble() * 0.6);
                                    Figures.couple()
                                            .stand(
                                                    g,
                                                    x,
                                                    light.height * 1.02,
                                                    light.height
                                                            * (light.width > light.height
                                                                    ? 0.58
                                                                    : 0.42),
                                                    r.nextBoolean());
                                })
                        .blurred(1.2 * u);
        light.paint(front, Colour.of(0x0e0c10), Colour.of(0x0a0908));
        light.rim(front, 8 * u, 4 * u, -12 * u, warm.times(0.7));
    }

    private static void string(
            Light light, Random r, double knotX, double depth, double side, Colour warm) {
        double w = light.width;
        double u = light.unit();
        double far = 1 - depth;
        double y0 = light.height * (0.05 + 0.3 * far);
        double sag = (60 + 90 * depth) * u;
        double x1 = w * side;
        double y1 = light.height * (0.02 + 0.25 * far) + r.nextGaussian() * 30 * u;
        QuadCurve2D.Double wire =
                new QuadCurve2D.Double(
                        knotX, y0 * 0.5, (knotX + x1) / 2, (y0 + y1) / 2 + sag, x1, y1);
        light.paint(
                Mask.of(
                        light,
                        g -> {
                            g.setStroke(Figures.pen((0.8 + depth * 1.6) * u));
                            g.draw(wire);
                        }),
                Colour.of(0x0c0c10));
        int bulbs = (int) (4 + Math.abs(x1 - knotX) / (70 * u * (0.8 + depth)));
        for (int i = 0; i <= bulbs; i++) {
            double t = (i + 0.5) / (bulbs + 1);
            double x = (1 - t) * (1 - t) * wire.x1 + 2 * t * (1 - t) * wire.ctrlx + t * t * wire.x2;
            double y = (1 - t) * (1 - t) * wire.y1 + 2 * t * (1 - t) * wire.ctrly + t * t * wire.y2;
            double blur = Math.abs(depth - 0.35);
            double radius = (5 + blur * 34 * (0.4 + depth)) * u;
            light.glow(x, y + radius * 0.6, radius * 7, warm.times(0.16));
            light.bokeh(
                    x,
                    y + radius * 0.8,
                    radius,
                    warm.mix(Colour.of(0xfff0d8), 0.25).times(blur < 0.15 ? 5 : 1.7));
        }
    }
}
