package dev.kilat.local.demo.picture;

import java.awt.geom.Rectangle2D;
import java.util.Random;

/// A concert from within the crowd.
final class Stage implements Scene {
    private static final int[][] PALETTES = {
        {0xff2e88, 0x3a4cff, 0x18d0ff},
        {0xff8a1e, 0xff3030, 0xffd070},
        {0x20e0b0, 0x2a6cff, 0x9a40ff},
        {0xb040ff, 0xff3a6a, 0x4060ff}
    };

    @Override
    public void expose(Light light, Random r) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        int[] palette = PALETTES[r.nextInt(PALETTES.length)];
        Colour a = Colour.of(palette[0]);
        Colour b = Colour.of(palette[1]);
        Colour c = Colour.of(palette[2]);
        double deck = h * 0.64;
        light.gradient(0, h, b.times(0.03), b.mix(a, 0.5).times(0.12), a.times(0.2), b.times(0.03));
        Noise smoke = new Noise(r);
        light.cloud(smoke, 0, h, 5 / w, 5 / h, a.mix(b, 0.5).times(0.3), 0.3);

        int beams = 7 + r.nextInt(4);
        for (int i = 0; i < beams; i++) {
            double t = (i + 0.5) / beams;
            double x = w * (0.04 + 0.92 * t);
            double y = h * 0.06;
            double angle =
                    Math.PI / 2
                            + (0.5 - t) * (0.9 + r.nextDouble() * 0.5) * (i % 2 == 0 ? 1 : -0.5);
            Colour beam = i % 3 == 0 ? a : i % 3 == 1 ? c : b;
            light.beam(x, y, angle, 0.05 + r.nextDouble() * 0.05, h * 1.05, beam.times(1.3));
            light.bokeh(x, y, 7 * u, beam.mix(Colour.of(0xffffff), 0.6).times(9));
        }
        for (int i = 0; i < 4; i++) {
            double x = w * (0.2 + 0.2 * i);
            light.beam(x, deck, -Math.PI / 2 + (1.5 - i) * 0.35, 0.06, h * 0.7, a.times(0.7));
        }
        light.glow(w * 0.5, deck - 60 * u, w * 0.5, h * 0.34, a.mix(c, 0.4).times(0.75));

        Mask truss =
                Mask.of(
                        light,
                        g -> {
                            g.setStroke(Figures.pen(3 * u));
                            for (int i = 0; i < 30; i++) {
                                double x = w * i / 29;
                                g.draw(
                                        new java.awt.geom.Line2D.Double(
                                                x, h * 0.02, x + w / 29, h * 0.05));
                                g.draw(
                                        new java.awt.geom.Line2D.Double(
                                                x, h * 0.05, x + w / 29, h * 0.02));
                            }
                            g.fill(new Rectangle2D.Double(0, h * 0.018, w, 5 * u));
                            g.fill(new Rectangle2D.Double(0, h * 0.05, w, 5 * u));
                            g.fill(new Rectangle2D.Double(0, deck, w, h));
                        });
        light.paint(truss, Colour.of(0x07070b));
        Mask band =
                Mask.of(
                        light,
                        g -> {
                            int players = 3 + r.nextInt(2);
                            for (int i = 0; i < players; i++) {
                                double x =
                                        w
                                                * (0.5
                                                        + (i - (players - 1) / 2.0)
                                                                * (w > h ? 0.13 : 0.2));
                                Figures.dancer(r, false)
                                        .stand(
                                                g,
                                                x,
                                                deck + 4 * u,
                                                (150 + r.nextDouble() * 20) * u,
                                                false);
                            }
                        });
        light.paint(band.blurred(1.2 * u), Colour.of(0x08070c));
        light.rim(band, 3 * u, 0, -4 * u, c.times(0.9));

        for (int row = 0; row < 4; row++) {
            crowd(light, r, row, a.mix(c, 0.4));
        }
        if (r.nextBoolean()) {
            light.confetti(
                    r,
                    240,
                    6 * u,
                    a.mix(Colour.of(0xffffff), 0.5).times(0.9),
                    0xffffff,
                    palette[0],
                    palette[2],
                    0xffe9a0);
        }
    }

    private static void crowd(Light light, Random r, int row, Colour rim) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        double size = (34 + row * 30 + row * row * 8) * u;
        double y = h * (0.66 + row * 0.075);
        Mask heads =
                Mask.of(
                                light,
                                g -> {
                                    for (double x = -size;
                                            x < w + size;
                                            x += size * (1.05 + r.nextDouble() * 0.35)) {
                                        Figures.onlooker(r)
                                                .stand(
                                                        g,
                                                        x,
                                                        y + size * (1 + r.nextGaussian() * 0.15),
                                                        size,
                                                        r.nextBoolean());
                                    }
                                    g.fill(new Rectangle2D.Double(0, y + size, w, h));
                                })
                        .blurred(row == 3 ? 6 * u : 1.2 * u);
        Colour body = Colour.of(0x0b0a12);
        light.paint(heads, body.mix(rim, 0.10 - row * 0.03), body);
        light.rim(heads, 7 * u, 0, -9 * u, rim.times(0.6 - row * 0.12));
    }
}
