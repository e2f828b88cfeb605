package dev.kilat.local.demo.picture;

import java.awt.geom.QuadCurve2D;
import java.util.Random;

/// Balloons let go into a summer sky, paper rain around them.
final class Balloons implements Scene {
    private static final int[][] SETS = {
        {0xf2b8b5, 0xf7e3d0, 0xe58f8f, 0xfffaf3, 0xd9b36a},
        {0x5fb3b3, 0xf4d35e, 0xee964b, 0xf95738, 0xfaf0ca},
        {0xb48ad0, 0xff9dc0, 0xffd97a, 0xfff6f9, 0x86e0c8}
    };

    @Override
    public void expose(Light light, Random r) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        Noise noise = new Noise(r);
        light.gradient(
                0,
                h,
                Colour.of(0x2f76bc),
                Colour.of(0x62a2d8),
                Colour.of(0xa4cbe8),
                Colour.of(0xe8dcc4));
        light.cloud(noise, -h * 0.2, h * 1.1, 4 / w, 6 / h, Colour.of(0xffffff).times(0.8), 0.42);
        double sunX = r.nextBoolean() ? w * 0.08 : w * 0.92;
        light.glow(sunX, h * 0.04, 620 * u, Colour.of(0xfff0cc).times(1.2));
        int[] set = SETS[r.nextInt(SETS.length)];
        light.confetti(r, 130, 5 * u, Colour.of(0xffffff).times(0.85), set);
        int count = 15 + r.nextInt(7);
        for (int i = 0; i < count; i++) {
            double near = (double) i / count;
            double size = (26 + 74 * near * near + r.nextDouble() * 18) * u;
            double x = w * (0.5 + (r.nextDouble() - 0.5) * 0.95);
            double y = h * (0.1 + r.nextDouble() * 0.72);
            balloon(light, r, x, y, size, Colour.of(set[r.nextInt(set.length)]), sunX < x ? -1 : 1);
        }
        light.confetti(r, 26, 15 * u, Colour.of(0xffffff).times(0.9), set);
    }

    private static void balloon(
            Light light, Random r, double x, double y, double s, Colour c, int sun) {
        double u = light.unit();
        double foot = y + s * 1.3;
        light.paint(
                Mask.of(
                        light,
                        g -> {
                            g.setStroke(Figures.pen(1.1 * u));
                            g.draw(
                                    new QuadCurve2D.Double(
                                            x,
                                            foot,
                                            x + r.nextGaussian() * 30 * u,
                                            foot + s * 1.2,
                                            x + r.nextGaussian() * 16 * u,
                                            foot + s * 2.6));
                            g.fill(
                                    Figure.curve(
                                            x,
                                            foot - s * 0.12,
                                            x + s * 0.09,
                                            foot + s * 0.03,
                                            x - s * 0.09,
                                            foot + s * 0.03));
                        }),
                c.times(0.55));
        Mask skin =
                Mask.of(
                        light,
                        g ->
                                g.fill(
                                        Figure.curve(
                                                x,
                                                y - s * 1.02,
                                                x + s * 0.72,
                                                y - s * 0.7,
                                                x + s * 0.92,
                                                y - s * 0.02,
                                                x + s * 0.52,
                                                y + s * 0.8,
                                                x,
                                                foot - s * 0.08,
                                                x - s * 0.52,
                                                y + s * 0.8,
                                                x - s * 0.92,
                                                y - s * 0.02,
                                                x - s * 0.72,
                                                y - s * 0.7)));
        light.shade(
                skin,
                x + sun * s * 0.32,
                y - s * 0.36,
                s * 1.9,
                c.mix(Colour.of(0xffffff), 0.22),
                c.times(0.38));
        light.glow(
                x + sun * s * 0.4, y - s * 0.45, s * 0.2, s * 0.3, Colour.of(0xffffff).times(0.9));
        light.glow(
                x - sun * s * 0.55,
                y + s * 0.35,
                s * 0.22,
                s * 0.4,
                c.mix(Colour.of(0x9cc8f0), 0.6).times(0.3));
    }
}
