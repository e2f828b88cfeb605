package dev.kilat.local.demo.picture;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Random;

/// Two people on a beach against the evening sun.
final class Sunset implements Scene {
    private static final int[][] SKIES = {
        {0x1d2450, 0x6a4a86, 0xe07a5c, 0xffb45a, 0xffe0a0},
        {0x24527c, 0x7c93b0, 0xe8b08c, 0xffc878, 0xfff0c0},
        {0x2a1840, 0x8c2f5e, 0xe8503c, 0xff8c3c, 0xffd27a}
    };

    @Override
    public void expose(Light light, Random r) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        Noise noise = new Noise(r);
        double horizon = h * (0.6 + r.nextDouble() * 0.08);
        boolean sunLeft = r.nextBoolean();
        double sunX = w * (sunLeft ? 0.3 + r.nextDouble() * 0.12 : 0.58 + r.nextDouble() * 0.12);
        double sunY = horizon - (40 + r.nextDouble() * 60) * u;

        int[] sky = SKIES[r.nextInt(SKIES.length)];
        Colour[] colours = new Colour[sky.length];
        for (int i = 0; i < sky.length; i++) {
            colours[i] = Colour.of(sky[i]).times(0.62);
        }
        light.gradient(0, horizon, colours);
        light.cloud(
                noise,
                -h * 0.1,
                horizon * 0.95,
                3.2 / w,
                16 / h,
                colours[2].mix(colours[4], 0.3).times(1.15),
                0.34);
        light.cloud(
                new Noise(r),
                0,
                horizon * 0.6,
                2 / w,
                13 / h,
                colours[0].mix(colours[2], 0.25),
                0.42);
        light.glow(sunX, sunY, 560 * u, 420 * u, colours[3].times(0.5));
        light.glow(sunX, sunY, 150 * u, colours[4].times(1.2));
        light.bokeh(sunX, sunY, 30 * u, Colour.of(0xfff0c0).times(9));

        hills(light, r, horizon, colours[1].mix(colours[3], 0.35).times(0.5));
        sea(light, r, noise, horizon, sunX, colours);

        Mask beach = Mask.of(light, g -> g.fill(beach(w, h, horizon)));
        light.paint(beach.blurred(2 * u), colours[1].times(0.05), colours[0].times(0.12));
        double shore = horizon + (h - horizon) * 0.62;
        double tall = h * (w > h ? 0.5 : 0.36);
        double x = sunX + (sunLeft ? 1 : -1) * 0.13 * w;
        Mask couple =
                Mask.of(
                        light,
                        g -> Figures.couple().stand(g, x, shore + 14 * u, tall, r.nextBoolean()));
        light.paint(couple, Colour.of(0x160f1c), Colour.of(0x1c1016));
        light.rim(couple, 5 * u, (sunLeft ? -8 : 8) * u, -4 * u, colours[3].times(0.8));
        if (r.nextInt(3) > 0) {
            Mask palm =
                    Mask.of(
                            light,
                            g -> palm(g, sunLeft ? w * 0.9 : w * 0.1, h, u, sunLeft ? -1 : 1, r));
            light.paint(palm.blurred(1.5 * u), Colour.of(0x120c18));
        }
    }

    private static void hills(Light light, Random r, double horizon, Colour c) {
        double w = light.width;
        double phase = r.nextDouble() * 6;
        for (int layer = 0; layer < 2; layer++) {
            double base = (26 - layer * 12) * light.unit();
            Path2D hill = new Path2D.Double();
            hill.moveTo(0, horizon + 1);
            for (int i = 0; i <= 60; i++) {
                double t = i / 60.0;
                double y =
                        Math.sin(phase + layer * 2 + t * 5)
                                + 0.4 * Math.sin(phase * 3 + t * 17 + layer);
                hill.lineTo(t * w, horizon - Math.max(0, base * (0.6 + y)));
            }
            hill.lineTo(w, horizon + 1);
            hill.closePath();
            light.paint(Mask.of(light, g -> g.fill(hill)), c.times(1 - layer * 0.35));
        }
    }

    private static void sea(
            Light light, Random r, Noise noise, double horizon, double sunX, Colour[] sky) {
        double h = light.height;
        light.gradient(
                horizon,
                h,
                sky[2].mix(sky[0], 0.4).times(0.42),
                sky[0].times(0.5),
                sky[0].times(0.3));
        light.reflect(horizon, 0.34, 60 * light.unit(), noise);
        for (int i = 0; i < 420; i++) {
            double depth = Math.pow(r.nextDouble(), 1.6);
            double y = horizon + 2 + depth * (h - horizon) * 0.7;
            double x = sunX + r.nextGaussian() * (18 + depth * 85) * light.unit();
            double long_ = (4 + depth * 26) * light.unit() * (0.4 + r.nextDouble());
            light.glow(x, y, long_, Math.max(1.3, long_ * 0.11), sky[4].times(1.3 - depth));
        }
    }

    private static Path2D beach(double w, double h, double horizon) {
        double y = horizon + (h - horizon) * 0.6;
        Path2D sand = new Path2D.Double();
        sand.moveTo(0, y + h * 0.015);
        sand.curveTo(w * 0.35, y - h * 0.02, w * 0.6, y + h * 0.02, w, y - h * 0.01);
        sand.lineTo(w, h);
        sand.lineTo(0, h);
        sand.closePath();
        return sand;
    }

    private static void palm(Graphics2D g, double x, double h, double u, int lean, Random r) {
        double topX = x + lean * 70 * u;
        double topY = h * 0.2;
        new Figure().limb(x, h, x + lean * 12 * u, h * 0.5, topX, topY, 24 * u, 13 * u).fill(g);
        for (int f = 0; f < 11; f++) {
            double angle = Math.PI * (0.92 + 1.16 * f / 10.0) + (r.nextDouble() - 0.5) * 0.25;
            double length = (170 + r.nextDouble() * 90) * u;
            for (int k = 0; k < 60; k++) {
                double t = k / 60.0;
                double px = topX + Math.cos(angle) * length * t;
                double py = topY + Math.sin(angle) * length * t * 0.75 + length * t * t * 0.55;
                double leaf =
                        46
                                * u
                                * Math.sin(Math.PI * (t * 0.86 + 0.12))
                                * (0.8 + r.nextDouble() * 0.4);
                double away = Math.cos(angle) * leaf * 0.8;
                g.setStroke(Figures.pen(2.4 * u));
                g.draw(new Line2D.Double(px, py, px + away, py + leaf * 0.7));
                g.draw(new Line2D.Double(px, py, px + away * 0.6, py - leaf * 0.25));
            }
        }
    }
}
