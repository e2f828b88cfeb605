package dev.kilat.local.e2e;

import dev.kilat.local.demo.PhotoFile;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/// Photos for tests: no two have the same bytes.
final class Photos {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Photos() {}

    static PhotoFile jpeg() {
        return jpeg(1600, 1200);
    }

    static PhotoFile jpeg(int width, int height) {
        int number = NUMBER.incrementAndGet();
        return new PhotoFile("IMG_" + number + ".jpg", "image/jpeg", draw(width, height, number));
    }

    static PhotoFile garbage(int length) {
        byte[] bytes = new byte[length];
        new Random(NUMBER.incrementAndGet()).nextBytes(bytes);
        bytes[0] = 0;
        return new PhotoFile("garbage.jpg", "image/jpeg", bytes);
    }

    private static byte[] draw(int width, int height, int number) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        Random random = new Random(number);
        pen.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
        pen.fillRect(0, 0, width, height);
        for (int i = 0; i < 60; i++) {
            pen.setColor(colour(random));
            int size = 10 + random.nextInt(width / 8);
            pen.fillOval(random.nextInt(width), random.nextInt(height), size, size);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
