package dev.kilat.local.demo.picture;

import java.awt.geom.Rectangle2D;
import java.util.Random;

/// Fireworks over water, people watching.
final class Fireworks implements Scene {
    private static final int[] SHELLS = {
        0xff5a3c, 0xffc04a, 0x5ad0ff, 0xff6ad0, 0xa0ff8a, 0xfff0d0, 0x9a7aff
    };

    @Override
    public void expose(Light light, Random r) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        double horizon = h * 0.72;
        Noise noise = new Noise(r);
        light.gradient(
                0,
                horizon,
                Colour.of(0x070a1c),
                Colour.of(0x101838),
                Colour.of(0x2c2a52),
                Colour.of(0x5a4468));
        int shells = 4 + r.nextInt(3);
        int first = r.nextInt(SHELLS.length);
        for (int i = 0; i < shells; i++) {
            double x = w * (0.14 + 0.72 * (i + r.nextDouble() * 0.7) / shells);
            double y = horizon * (0.18 + r.nextDouble() * 0.42);
            Colour c = Colour.of(SHELLS[(first + i * 3) % SHELLS.length]);
            light.cloud(
                    noise,
                    y - 180 * u,
                    y + 200 * u,
                    5 / w,
                    7 / h,
                    c.mix(Colour.of(0x605870), 0.75).times(0.16),
                    0.42);
            light.glow(x, y, 330 * u, c.times(0.16));
            shell(light, r, x, y, (130 + r.nextDouble() * 130) * u, c);
            light.stroke(
                    x + r.nextGaussian() * 8 * u,
                    horizon,
                    x,
                    y + 30 * u,
                    1.2 * u,
                    c.mix(Colour.of(0xffd8a0), 0.7).times(0.05));
        }
        skyline(light, r, horizon, u);
        light.gradient(horizon, h, Colour.of(0x14142a), Colour.of(0x080a14));
        light.reflect(horizon, 0.62, 90 * u, noise);
        for (int row = 0; row < 2; row++) {
            double size = (58 + row * 52) * u;
            double y = h * (0.86 + row * 0.07);
            Mask crowd =
                    Mask.of(
                                    light,
                                    g -> {
                                        for (double x = -size;
                                                x < w + size;
                                                x += size * (1.2 + r.nextDouble() * 0.8)) {
                                            Figures.onlooker(r)
                                                    .stand(
                                                            g,
                                                            x,
                                                            y + size * (1 + r.nextGaussian() * 0.1),
                                                            size,
                                                            false);
                                        }
                                        g.fill(new Rectangle2D.Double(0, y + size, w, h));
                                    })
                            .blurred((1 + row * 2) * u);
            light.paint(crowd, Colour.of(0x07070e));
            light.rim(
                    crowd,
                    6 * u,
                    0,
                    -6 * u,
                    Colour.of(SHELLS[first]).mix(Colour.of(0xc0b0ff), 0.5).times(0.3));
        }
    }

    private static void shell(Light light, Random r, double x, double y, double size, Colour c) {
        int stars = 70 + r.nextInt(50);
        boolean willow = r.nextInt(3) == 0;
        Colour core = c.mix(Colour.of(0xffffff), 0.7);
        for (int s = 0; s < stars; s++) {
            double angle = 2 * Math.PI * r.nextDouble();
            double lift = 2 * r.nextDouble() - 1;
            double flat = Math.sqrt(1 - lift * lift);
            double reach = size * (0.85 + r.nextDouble() * 0.2);
            double dx = Math.cos(angle) * flat * reach;
            double dy = lift * reach * 0.95;
            double fall = size * (willow ? 0.55 : 0.16);
            double px = x;
            double py = y;
            int steps = 16;
            for (int k = 1; k <= steps; k++) {
                double t = (double) k / steps;
                double eased = 1 - (1 - t) * (1 - t);
                double nx = x + dx * eased;
                double ny = y + dy * eased + fall * t * t;
                double bright = willow ? 1.1 - t * 0.7 : 0.15 + t * t * 1.4;
                light.stroke(
                        px,
                        py,
                        nx,
                        ny,
                        (0.8 + t) * light.unit(),
                        core.mix(c, t).times(bright * 0.55));
                px = nx;
                py = ny;
            }
            light.glow(px, py, 4.5 * light.unit(), core.times(willow ? 0.8 : 2.6));
        }
        light.glow(x, y, size * 0.5, core.times(0.5));
    }

    private static void skyline(Light light, Random r, double horizon, double u) {
        Mask hills =
                Mask.of(
                        light,
                        g -> {
                            for (double x = 0;
                                    x < light.width;
                                    x += (14 + r.nextDouble() * 30) * u) {
                                double tall = (8 + 50 * r.nextDouble() * r.nextDouble()) * u;
                                g.fill(new Rectangle2D.Double(x, horizon - tall, 40 * u, tall + 2));
                            }
                        });
        light.paint(hills, Colour.of(0x0a0a18));
        for (int i = 0; i < 150; i++) {
            Colour lamp = Colour.of(r.nextInt(4) == 0 ? 0xbfd8ff : 0xffc070);
            light.glow(
                    r.nextDouble() * light.width,
                    horizon - r.nextDouble() * 26 * u,
                    2.2 * u,
                    lamp.times(1.4 * r.nextDouble()));
        }
    }
}
