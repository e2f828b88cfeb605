package dev.kilat.local.demo.picture;

import java.awt.geom.Rectangle2D;
import java.util.Random;

/// Paper lanterns rising into the blue hour.
final class Lanterns implements Scene {
    private static final int[][] SKIES = {
        {0x0b1634, 0x1c3566, 0x5a6a98, 0xd69a86},
        {0x120c2c, 0x38265c, 0x8a4f78, 0xf0a070},
        {0x06202c, 0x0f4a5a, 0x4f8a8c, 0xe0b48a}
    };

    @Override
    public void expose(Light light, Random r) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        Noise noise = new Noise(r);
        double horizon = h * 0.78;
        int[] sky = SKIES[r.nextInt(SKIES.length)];
        light.gradient(
                0,
                horizon,
                Colour.of(sky[0]),
                Colour.of(sky[1]),
                Colour.of(sky[2]),
                Colour.of(sky[3]));
        light.cloud(noise, 0, horizon, 3 / w, 9 / h, Colour.of(sky[2]).times(0.8), 0.44);
        int count = 90 + r.nextInt(60);
        double driftX = r.nextDouble() * 0.5 + 0.25;
        for (int i = 0; i < count; i++) {
            double near = Math.pow((double) i / count, 3.2);
            double x = w * (driftX + (r.nextDouble() - 0.5) * (0.75 + near * 0.7));
            double y = horizon * (0.96 - r.nextDouble() * (0.5 + 0.5 * near) - 0.1 * near);
            lantern(light, x, y, (4.5 + near * 62) * u, r);
        }
        light.gradient(horizon, h, Colour.of(sky[2]).times(0.3), Colour.of(sky[0]).times(0.6));
        light.reflect(horizon, 0.6, 70 * u, noise);
        double size = 92 * u;
        Mask people =
                Mask.of(
                                light,
                                g -> {
                                    for (double x = -size * 0.3;
                                            x < w + size;
                                            x += size * (1.25 + r.nextDouble() * 1.1)) {
                                        Figures.onlooker(r)
                                                .stand(
                                                        g,
                                                        x,
                                                        h * 0.96
                                                                + size
                                                                        * (0.4
                                                                                + r.nextGaussian()
                                                                                        * 0.12),
                                                        size,
                                                        false);
                                    }
                                    g.fill(new Rectangle2D.Double(0, h * 0.99, w, h));
                                })
                        .blurred(2 * u);
        light.paint(people, Colour.of(0x090a12));
        light.rim(people, 6 * u, 0, -7 * u, Colour.of(0xffa050).times(0.5));
    }

    private static void lantern(Light light, double x, double y, double s, Random r) {
        double tilt = r.nextGaussian() * 0.08;
        Colour paper = Colour.of(0xff8a2e).mix(Colour.of(0xffb050), r.nextDouble());
        light.glow(x, y, s * 3.6, paper.times(0.07));
        int rows = (int) Math.max(3, s * 2.3);
        for (int k = 0; k < rows; k++) {
            double t = (double) k / rows;
            double half =
                    s * (0.62 + 0.2 * Math.sin(Math.PI * Math.min(1, (1 - t) * 1.25)) - 0.12 * t);
            double py = y - s * 1.05 + t * s * 2.1;
            double px = x + tilt * (t - 0.5) * s * 2;
            Colour c = paper.mix(Colour.of(0xfff0c0), t * t * 0.85).times(0.5 + 2.3 * t * t);
            light.glow(px, py, half, Math.max(1.5, s * 0.16), c.times(s > 12 ? 0.13 : 0.4));
        }
        light.glow(x + tilt * s, y + s * 0.95, s * 0.34, s * 0.22, Colour.of(0xfff4d0).times(2.2));
    }
}
