package dev.kilat.local.demo.picture;

import java.util.Random;

/// Late: coloured lamps out of focus, dancers before them, a mirror ball above.
final class DanceFloor implements Scene {
    private static final int[][] LAMPS = {
        {0xff2a7a, 0x7a3cff, 0x20b8ff, 0xffb040},
        {0x20d8c0, 0x3060ff, 0xc040ff, 0xffffff},
        {0xff5a20, 0xffc040, 0xff2060, 0x8040ff}
    };

    @Override
    public void expose(Light light, Random r) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        int[] lamps = LAMPS[r.nextInt(LAMPS.length)];
        Colour a = Colour.of(lamps[0]);
        Colour b = Colour.of(lamps[1]);
        double floor = h * 0.76;
        light.gradient(0, floor, b.times(0.05), b.times(0.2), a.mix(b, 0.4).times(0.32));
        Noise noise = new Noise(r);
        light.cloud(noise, 0, h, 4 / w, 4 / h, a.times(0.22), 0.36);
        for (int i = 0; i < 64; i++) {
            double size = (9 + 46 * r.nextDouble() * r.nextDouble()) * u;
            Colour c = Colour.of(lamps[r.nextInt(lamps.length)]);
            light.bokeh(
                    w * r.nextDouble(),
                    floor * Math.pow(r.nextDouble(), 0.8),
                    size,
                    c.times(0.25 + r.nextDouble() * 0.9));
        }
        double ballX = w * (0.35 + r.nextDouble() * 0.3);
        double ballY = h * 0.15;
        for (int i = 0; i < 7; i++) {
            light.beam(
                    ballX,
                    ballY,
                    Math.PI * (0.1 + 0.8 * (i + r.nextDouble() * 0.6) / 7),
                    0.03,
                    h * 1.2,
                    Colour.of(lamps[i % lamps.length]).times(0.55));
        }
        mirrorBall(light, r, ballX, ballY, 62 * u, lamps);
        light.gradient(floor, h, a.mix(b, 0.5).times(0.16), b.times(0.04));
        light.reflect(floor, 0.5, 34 * u, noise);

        dancers(light, r, floor + 40 * u, 230 * u, 9, 6 * u, a, b);
        dancers(
                light,
                r,
                h * 0.97,
                h * (w > h ? 0.56 : 0.42),
                w > h ? 4 : 3,
                1.3 * u,
                b.mix(Colour.of(0xffffff), 0.2),
                a);
        if (r.nextInt(3) > 0) {
            light.confetti(
                    r,
                    170,
                    6 * u,
                    Colour.of(0xfff0e0).times(0.8),
                    lamps[0],
                    lamps[2],
                    lamps[3],
                    0xffe080);
        }
    }

    private static void dancers(
            Light light,
            Random r,
            double floor,
            double tall,
            int count,
            double blur,
            Colour left,
            Colour right) {
        double u = light.unit();
        Mask mask =
                Mask.of(
                                light,
                                g -> {
                                    for (int i = 0; i < count; i++) {
                                        double x =
                                                light.width
                                                        * (0.08
                                                                + 0.84
                                                                        * (i
                                                                                + 0.2
                                                                                + r.nextDouble()
                                                                                        * 0.6)
                                                                        / count);
                                        Figures.dancer(r, r.nextBoolean())
                                                .stand(
                                                        g,
                                                        x,
                                                        floor + r.nextGaussian() * 8 * u,
                                                        tall * (0.94 + r.nextDouble() * 0.1),
                                                        r.nextBoolean());
                                    }
                                })
                        .blurred(blur);
        light.paint(mask, Colour.of(0x0a0812), Colour.of(0x07060c));
        light.rim(mask, 6 * u, -9 * u, -4 * u, left.times(0.55));
        light.rim(mask, 6 * u, 9 * u, -4 * u, right.times(0.55));
    }

    private static void mirrorBall(
            Light light, Random r, double x, double y, double radius, int[] lamps) {
        Mask wire =
                Mask.of(
                        light,
                        g -> {
                            g.setStroke(Figures.pen(2 * light.unit()));
                            g.draw(new java.awt.geom.Line2D.Double(x, 0, x, y));
                            g.fill(
                                    new java.awt.geom.Ellipse2D.Double(
                                            x - radius, y - radius, 2 * radius, 2 * radius));
                        });
        light.paint(wire, Colour.of(0x202028));
        int rows = 13;
        for (int row = 0; row < rows; row++) {
            double lat = Math.PI * (row + 0.5) / rows;
            int tiles = (int) Math.max(3, 15 * Math.sin(lat));
            for (int t = 0; t < tiles; t++) {
                double lon = Math.PI * (t + 0.5) / tiles;
                double px = x - Math.cos(lon) * Math.sin(lat) * radius;
                double py = y - Math.cos(lat) * radius;
                double lit = Math.pow(r.nextDouble(), 4) * 6 + 0.12;
                Colour c = Colour.of(lamps[r.nextInt(lamps.length)]).mix(Colour.of(0xffffff), 0.4);
                double tw = radius * 0.17 * Math.sin(lon) * Math.max(0.35, Math.sin(lat));
                light.glow(px, py, Math.max(1.5, tw), radius * 0.12, c.times(lit));
            }
        }
        for (int i = 0; i < 5; i++) {
            double angle = r.nextDouble() * 6.28;
            double d = radius * Math.sqrt(r.nextDouble()) * 0.8;
            double sx = x + Math.cos(angle) * d;
            double sy = y + Math.sin(angle) * d;
            light.glow(sx, sy, radius * 1.1, 2.4 * light.unit(), Colour.of(0xffffff).times(1.6));
            light.glow(sx, sy, 2.4 * light.unit(), radius * 1.1, Colour.of(0xffffff).times(1.6));
        }
    }
}
