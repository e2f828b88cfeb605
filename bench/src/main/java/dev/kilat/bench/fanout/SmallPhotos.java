package dev.kilat.bench.fanout;

import dev.kilat.local.demo.PhotoFile;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/// JPEGs of 640 x 480, no two alike: it is not the pixels that are measured here.
final class SmallPhotos {
    private final Random random = new Random(4);

    PhotoFile next() throws IOException {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        for (int i = 0; i < 40; i++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(640), random.nextInt(480), 200, 200);
        }
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", bytes);
        return new PhotoFile("photo.jpg", "image/jpeg", bytes.toByteArray());
    }

    List<PhotoFile> next(int count) throws IOException {
        List<PhotoFile> photos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            photos.add(next());
        }
        return photos;
    }
}
