package dev.kilat.local.demo.picture;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/// A laid table by candlelight: glasses, flowers, the room far behind.
final class CandleTable implements Scene {
    @Override
    public void expose(Light light, Random r) {
        double w = light.width;
        double h = light.height;
        double u = light.unit();
        Noise noise = new Noise(r);
        double table = h * 0.7;
        Colour room = Colour.of(new int[] {0x3a2418, 0x1e2a30, 0x33202e}[r.nextInt(3)]);
        light.gradient(0, table, room.times(0.35), room, room.mix(Colour.of(0x8a5a30), 0.5));
        for (int i = 0; i < 70; i++) {
            double size = (16 + r.nextDouble() * 36) * u;
            Colour lamp =
                    Colour.of(0xffa850)
                            .mix(
                                    Colour.of(r.nextInt(5) == 0 ? 0xff7a8a : 0xffe0a8),
                                    r.nextDouble());
            light.bokeh(
                    w * r.nextDouble(),
                    table * (0.02 + r.nextDouble() * 0.95),
                    size,
                    lamp.times(0.1 + r.nextDouble() * 0.55));
        }
        Mask linen =
                Mask.of(light, g -> g.fill(new Rectangle2D.Double(0, table, w, h))).blurred(5 * u);
        light.paint(linen, Colour.of(0x6a4a34), Colour.of(0xb89878).times(0.7));
        light.glow(w * 0.5, table + 70 * u, w * 0.55, h * 0.22, Colour.of(0xffc888).times(0.45));

        flowers(light, r, w * (r.nextBoolean() ? 0.14 : 0.86), table - 10 * u, u);
        int candles = 3 + r.nextInt(3);
        for (int i = 0; i < candles; i++) {
            double x = w * (0.16 + 0.7 * (i + 0.2 + r.nextDouble() * 0.5) / candles);
            double focus = i % 2;
            double foot = table + (24 + focus * 60) * u;
            candle(
                    light,
                    x,
                    foot,
                    (18 + focus * 7) * u,
                    (90 + r.nextDouble() * 110 + focus * 30) * u,
                    (1 - focus) * 3.5 * u);
        }
        for (int i = 0; i < 3; i++) {
            glass(
                    light,
                    w * (0.2 + 0.3 * i + r.nextDouble() * 0.1),
                    table + (105 + r.nextDouble() * 40) * u,
                    (210 + r.nextDouble() * 30) * u,
                    r);
        }
        light.reflect(h * 0.93, 0.12, 20 * u, noise);
    }

    private static void candle(
            Light light, double x, double foot, double half, double tall, double blur) {
        double top = foot - tall;
        Mask wax =
                Mask.of(
                                light,
                                g -> {
                                    g.fill(new Rectangle2D.Double(x - half, top, half * 2, tall));
                                    g.fill(
                                            new Ellipse2D.Double(
                                                    x - half,
                                                    foot - half * 0.35,
                                                    half * 2,
                                                    half * 0.7));
                                    g.fill(
                                            new Ellipse2D.Double(
                                                    x - half,
                                                    top - half * 0.3,
                                                    half * 2,
                                                    half * 0.6));
                                })
                        .blurred(blur);
        light.paint(wax, Colour.of(0xb08a60).times(0.8));
        light.glow(x, top + half, half * 0.95, tall * 0.55, Colour.of(0xffb060).times(1.1));
        light.glow(x, foot + half * 0.5, half * 5, half * 1.1, Colour.of(0xffb468).times(0.35));
        double flame = half * 1.9;
        light.glow(x, top - flame * 0.5, half * 9, Colour.of(0xff9840).times(0.22));
        light.glow(x, top - flame * 0.55, half * 0.55, flame * 0.8, Colour.of(0xffa030).times(7));
        light.glow(x, top - flame * 0.35, half * 0.4, flame * 0.5, Colour.of(0xfff2c8).times(12));
        light.glow(x, top - flame * 0.02, half * 0.28, half * 0.3, Colour.of(0x4060ff).times(0.8));
    }

    private static void glass(Light light, double x, double foot, double tall, Random r) {
        double u = light.unit();
        double half = tall * 0.19;
        double bowl = foot - tall * 0.45;
        double rim = foot - tall;
        Path2D shape = new Path2D.Double();
        shape.moveTo(x - half * 0.82, rim);
        shape.curveTo(
                x - half * 1.25,
                rim + tall * 0.28,
                x - half * 0.9,
                bowl,
                x - u * 3,
                bowl + tall * 0.04);
        shape.lineTo(x - u * 3, foot - tall * 0.04);
        shape.curveTo(
                x - half * 0.5, foot - tall * 0.02, x - half, foot - tall * 0.02, x - half, foot);
        shape.lineTo(x + half, foot);
        shape.curveTo(
                x + half,
                foot - tall * 0.02,
                x + half * 0.5,
                foot - tall * 0.02,
                x + u * 3,
                foot - tall * 0.04);
        shape.lineTo(x + u * 3, bowl + tall * 0.04);
        shape.curveTo(
                x + half * 0.9, bowl, x + half * 1.25, rim + tall * 0.28, x + half * 0.82, rim);
        shape.closePath();
        boolean red = r.nextInt(3) == 0;
        double level = rim + tall * 0.25;
        Mask whole = Mask.of(light, g -> g.fill(shape));
        Mask wine =
                Mask.of(
                        light,
                        g -> {
                            g.clip(shape);
                            g.fill(
                                    new Rectangle2D.Double(
                                            x - half * 1.4,
                                            level,
                                            half * 2.8,
                                            bowl + tall * 0.03 - level));
                            g.fill(
                                    new Ellipse2D.Double(
                                            x - half * 1.02,
                                            level - half * 0.16,
                                            half * 2.04,
                                            half * 0.32));
                        });
        Colour drink = Colour.of(red ? 0x5a0818 : 0xe0a840);
        light.rim(whole, 2, 3, 0, Colour.of(0xffe8c8).times(0.35));
        light.rim(whole, 2, -3, 0, Colour.of(0xffe8c8).times(0.5));
        light.paint(wine.blurred(1), drink.times(red ? 0.7 : 0.9), drink.times(red ? 0.5 : 0.6));
        light.glow(x, level + half * 0.9, half * 0.7, half * 0.8, drink.times(red ? 0.8 : 0.9));
        light.rim(wine, 2, 0, -3, Colour.of(0xfff0d8).times(0.8));
        light.glow(
                x - half * 0.72,
                rim + tall * 0.2,
                half * 0.07,
                tall * 0.15,
                Colour.of(0xfff6e8).times(2.6));
        light.glow(
                x + half * 0.66,
                rim + tall * 0.27,
                half * 0.06,
                tall * 0.1,
                Colour.of(0xfff6e8).times(1.6));
        light.glow(x, foot - u * 2, half, 2.5 * u, Colour.of(0xffe8c8).times(0.7));
        light.glow(x, foot - tall * 0.22, 2 * u, tall * 0.17, Colour.of(0xfff0d8).times(0.7));
    }

    private static void flowers(Light light, Random r, double x, double y, double u) {
        Bouquet.leaves(light, r, x, y, 130 * u, 5 * u);
        for (int i = 0; i < 11; i++) {
            double fx = x + r.nextGaussian() * 62 * u;
            double fy = y - (20 + r.nextDouble() * 110) * u;
            Colour petal =
                    Colour.of(new int[] {0xf0c8b8, 0xe89a9a, 0xfff0e0, 0xc85a6a}[r.nextInt(4)]);
            Bouquet.rose(light, r, fx, fy, (26 + r.nextDouble() * 16) * u, petal.times(0.75));
        }
    }
}
