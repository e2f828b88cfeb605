package dev.kilat.local.demo.picture;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/// An outline put together from parts that overlap.
final class Figure {
    private final List<Shape> parts = new ArrayList<>();

    Figure oval(double x, double y, double width, double height) {
        parts.add(new Ellipse2D.Double(x, y, width, height));
        return this;
    }

    /// A closed soft curve through points (x, y, x, y …).
    Figure blob(double... points) {
        parts.add(curve(points));
        return this;
    }

    /// A limb with a joint in its middle, growing thinner.
    Figure limb(
            double x0,
            double y0,
            double x1,
            double y1,
            double x2,
            double y2,
            double from,
            double to) {
        double middle = (from + to) / 2;
        bone(x0, y0, x1, y1, from, middle);
        bone(x1, y1, x2, y2, middle, to);
        return this;
    }

    Figure with(Figure other, AffineTransform place) {
        other.parts.forEach(part -> parts.add(place.createTransformedShape(part)));
        return this;
    }

    /// Fills the figure, which is one unit high, with its feet at (`x`, `y`).
    void stand(Graphics2D g, double x, double y, double height, boolean mirrored) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y - height);
        place.scale(mirrored ? -height : height, height);
        parts.forEach(part -> g.fill(place.createTransformedShape(part)));
    }

    /// Fills the figure as it lies.
    void fill(Graphics2D g) {
        parts.forEach(g::fill);
    }

    private void bone(double x0, double y0, double x1, double y1, double from, double to) {
        double length = Math.max(1e-6, Math.hypot(x1 - x0, y1 - y0));
        double nx = (y0 - y1) / length / 2;
        double ny = (x1 - x0) / length / 2;
        Path2D side = new Path2D.Double();
        side.moveTo(x0 + nx * from, y0 + ny * from);
        side.lineTo(x1 + nx * to, y1 + ny * to);
        side.lineTo(x1 - nx * to, y1 - ny * to);
        side.lineTo(x0 - nx * from, y0 - ny * from);
        side.closePath();
        parts.add(side);
        oval(x0 - from / 2, y0 - from / 2, from, from);
        oval(x1 - to / 2, y1 - to / 2, to, to);
    }

    /// A closed curve through points, by Catmull and Rom.
    static Path2D curve(double... p) {
        int n = p.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        for (int i = 0; i < n; i++) {
            int a = (i + n - 1) % n * 2;
            int b = i * 2;
            int c = (i + 1) % n * 2;
            int d = (i + 2) % n * 2;
            path.curveTo(
                    p[b] + (p[c] - p[a]) / 6,
                    p[b + 1] + (p[c + 1] - p[a + 1]) / 6,
                    p[c] - (p[d] - p[b]) / 6,
                    p[c + 1] - (p[d + 1] - p[b + 1]) / 6,
                    p[c],
                    p[c + 1]);
        }
        path.closePath();
        return path;
    }
}
