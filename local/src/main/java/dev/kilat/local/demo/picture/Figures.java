package dev.kilat.local.demo.picture;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.util.Random;

/// People, one unit high: the top of the head at y = 0, the feet at y = 1, x = 0 between.
final class Figures {
    private Figures() {}

    /// A man in a suit, turned a little to the right.
    static Figure suit() {
        return new Figure()
                .oval(-0.032, 0, 0.078, 0.118)
                .oval(-0.042, -0.004, 0.078, 0.075)
                .blob(0.036, 0.055, 0.052, 0.071, 0.042, 0.082, 0.03, 0.09)
                .blob(-0.026, 0.09, 0.026, 0.1, 0.03, 0.15, -0.03, 0.15)
                .blob(
                        -0.028, 0.135, -0.075, 0.158, -0.115, 0.182, -0.128, 0.235, -0.133, 0.33,
                        -0.125, 0.43, -0.118, 0.505, -0.092, 0.508, -0.094, 0.56, -0.09, 0.75,
                        -0.092, 0.94, -0.1, 0.985, -0.02, 0.985, -0.022, 0.9, -0.012, 0.7, 0.0, 0.6,
                        0.016, 0.7, 0.022, 0.9, 0.018, 0.98, 0.05, 0.988, 0.1, 0.985, 0.088, 0.955,
                        0.085, 0.75, 0.094, 0.56, 0.096, 0.45, 0.104, 0.33, 0.112, 0.24, 0.1, 0.19,
                        0.066, 0.158, 0.028, 0.138);
    }

    /// A woman in a long dress with her hair up, turned a little to the left.
    static Figure gown() {
        return new Figure()
                .oval(-0.043, 0.045, 0.07, 0.105)
                .oval(-0.036, 0.038, 0.076, 0.07)
                .oval(0.022, 0.026, 0.048, 0.05)
                .blob(-0.038, 0.098, -0.05, 0.11, -0.042, 0.122, -0.03, 0.13)
                .blob(-0.016, 0.13, 0.018, 0.13, 0.02, 0.19, -0.02, 0.19)
                .blob(
                        -0.02, 0.178, -0.06, 0.195, -0.082, 0.222, -0.072, 0.29, -0.056, 0.36,
                        -0.05, 0.405, -0.07, 0.47, -0.1, 0.6, -0.135, 0.78, -0.175, 0.97, -0.12,
                        0.988, 0.05, 0.99, 0.19, 0.985, 0.26, 0.975, 0.2, 0.85, 0.14, 0.68, 0.095,
                        0.52, 0.064, 0.43, 0.052, 0.39, 0.062, 0.31, 0.078, 0.235, 0.066, 0.2,
                        0.022, 0.178);
    }

    /// Two who look at each other, foreheads close.
    static Figure couple() {
        return new Figure()
                .with(suit(), new AffineTransform(1, 0, -0.06, 1, 0.03, 0))
                .with(gown(), new AffineTransform(0.93, 0, -0.05, 0.93, 0.185, 0.07))
                .limb(0.1, 0.23, 0.135, 0.34, 0.175, 0.39, 0.03, 0.022)
                .limb(0.12, 0.28, 0.09, 0.35, 0.055, 0.38, 0.02, 0.016);
    }

    /// Someone dancing or cheering, seen whole.
    static Figure dancer(Random r, boolean skirt) {
        double lean = (r.nextDouble() - 0.5) * 0.1;
        double chest = lean * 1.2;
        Figure a = new Figure().oval(lean * 1.6 - 0.038, 0.0, 0.076, 0.11);
        if (skirt) {
            a.blob(
                    lean * 1.6,
                    -0.012,
                    lean * 1.6 + 0.05,
                    0.04,
                    lean * 1.6 + 0.058,
                    0.13,
                    lean * 1.4 + 0.03,
                    0.19,
                    lean * 1.4 - 0.03,
                    0.19,
                    lean * 1.6 - 0.058,
                    0.13,
                    lean * 1.6 - 0.05,
                    0.04);
        } else {
            a.oval(lean * 1.6 - 0.043, -0.008, 0.086, 0.075);
        }
        a.limb(lean * 1.5, 0.09, chest, 0.13, chest, 0.2, 0.045, 0.06);
        a.blob(
                chest - 0.09,
                0.175,
                chest + 0.09,
                0.175,
                chest + 0.08,
                0.28,
                lean * 0.5 + 0.062,
                0.38,
                0.075,
                0.5,
                -0.075,
                0.5,
                lean * 0.5 - 0.062,
                0.38,
                chest - 0.08,
                0.28);
        for (int side = -1; side <= 1; side += 2) {
            arm(a, r, chest, side);
            double knee = side * (0.06 + r.nextDouble() * 0.07);
            double foot = knee + (r.nextDouble() - 0.4) * side * 0.1;
            a.limb(side * 0.04, 0.48, knee, 0.72, foot, 0.97, 0.085, 0.042);
            a.limb(foot, 0.97, foot + side * 0.02, 0.98, foot + side * 0.05, 0.985, 0.035, 0.025);
        }
        if (skirt) {
            double swing = (r.nextDouble() - 0.5) * 0.12;
            a.blob(
                    -0.06,
                    0.42,
                    0.06,
                    0.42,
                    0.13 + swing,
                    0.6,
                    0.17 + swing,
                    0.74,
                    swing,
                    0.77,
                    -0.17 + swing,
                    0.74,
                    -0.13 + swing,
                    0.6);
        }
        return a;
    }

    private static void arm(Figure a, Random r, double chest, int side) {
        boolean up = r.nextInt(3) > 0;
        double shoulder = chest + side * 0.08;
        double elbowX = shoulder + side * (0.05 + r.nextDouble() * 0.08);
        double elbowY = up ? 0.17 - r.nextDouble() * 0.1 : 0.31;
        double wristX = elbowX + side * (r.nextDouble() * 0.12 - 0.05);
        double wristY =
                elbowY + (up ? -0.13 - r.nextDouble() * 0.05 : r.nextDouble() * 0.12 - 0.02);
        a.limb(shoulder, 0.2, elbowX, elbowY, wristX, wristY, 0.05, 0.03);
        a.oval(wristX - 0.018, wristY - 0.022, 0.036, 0.044);
    }

    /// Head and shoulders from behind, perhaps with arms up: one of a crowd.
    static Figure onlooker(Random r) {
        Figure a = new Figure().oval(-0.19, 0, 0.38, 0.5);
        switch (r.nextInt(4)) {
            case 0 ->
                    a.blob(
                            0, -0.03, 0.2, 0.1, 0.24, 0.4, 0.16, 0.8, -0.16, 0.8, -0.24, 0.4, -0.2,
                            0.1);
            case 1 -> a.oval(-0.1, -0.12, 0.2, 0.2);
            default -> a.oval(-0.205, -0.015, 0.41, 0.33);
        }
        a.blob(
                -0.1, 0.4, 0.1, 0.4, 0.16, 0.58, 0.42, 0.66, 0.56, 0.86, 0.6, 1.4, -0.6, 1.4, -0.56,
                0.86, -0.42, 0.66, -0.16, 0.58);
        for (int side = -1; side <= 1; side += 2) {
            if (r.nextInt(5) < 2) {
                double wristX = side * (0.4 + r.nextDouble() * 0.3);
                double wristY = -0.35 - r.nextDouble() * 0.4;
                double elbow = side * (0.62 + r.nextDouble() * 0.15);
                a.limb(side * 0.48, 0.85, elbow, 0.25, wristX, wristY, 0.26, 0.13);
                hand(a, wristX, wristY, r);
            }
        }
        return a;
    }

    private static void hand(Figure a, double x, double y, Random r) {
        a.oval(x - 0.085, y - 0.16, 0.17, 0.22);
        int fingers = 2 + r.nextInt(4);
        for (int f = 0; f < fingers; f++) {
            double angle = (f - (fingers - 1) / 2.0) * 0.3;
            double tipX = x + Math.sin(angle) * 0.24;
            double tipY = y - 0.1 - Math.cos(angle) * 0.18;
            a.limb(x, y - 0.06, (x + tipX) / 2, (y - 0.1 + tipY) / 2, tipX, tipY, 0.055, 0.04);
        }
    }

    /// A round-ended pen.
    static BasicStroke pen(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
