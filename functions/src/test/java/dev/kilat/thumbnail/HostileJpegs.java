package dev.kilat.thumbnail;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// JPEGs that somebody spoiled, the same ones each time.
final class HostileJpegs {
    private static final int[] SIDES = {0, 1, 7, 16, 1919, 5000, 20_000, 20_001, 65_500, 65_535};

    /// Extended, progressive, lossless, differential, and the same by arithmetic coding.
    private static final int[] FRAMES = {
        0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF
    };

    private final Random random = new Random(2026);
    private final List<byte[]> sound =
            List.of(
                    Images.jpeg(Images.scene(200, 150)),
                    Images.jpeg(Images.scene(97, 61)),
                    Images.progressiveJpeg(Images.scene(200, 150)),
                    Images.jpeg(new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY)),
                    Images.sampledJpeg(Images.scene(130, 90), 1, 1),
                    Images.sampledJpeg(Images.scene(130, 90), 1, 2),
                    Images.sampledJpeg(Images.scene(130, 90), 4, 1),
                    Images.cmykJpeg(32, 32, 0, 200, 10, 0));

    byte[] next(int number) {
        byte[] jpeg = sound.get(number % sound.size()).clone();
        int frame = find(jpeg, 0xC0, 0xC2);
        int scan = find(jpeg, 0xDA, 0xDA);
        return switch (number / sound.size() % 11) {
            case 0 -> jpeg;
            case 1 -> Arrays.copyOf(jpeg, 1 + random.nextInt(jpeg.length - 1));
            case 2 -> flipped(jpeg, 2, jpeg.length);
            case 3 -> flipped(jpeg, 2, scan);
            case 4 -> flipped(jpeg, scan, jpeg.length);
            case 5 -> sized(jpeg, frame);
            case 6 -> sampled(jpeg, frame);
            case 7 -> set(jpeg, frame + 4, 1 + random.nextInt(16));
            case 8 -> set(jpeg, frame + 1, FRAMES[random.nextInt(FRAMES.length)]);
            case 9 -> garbage(jpeg, scan + 2 + random.nextInt(40));
            default -> spliced(jpeg, sound.get(random.nextInt(sound.size())));
        };
    }

    private byte[] flipped(byte[] jpeg, int from, int to) {
        for (int i = random.nextInt(12); i >= 0; i--) {
            jpeg[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
        }
        return jpeg;
    }

    private byte[] sized(byte[] jpeg, int frame) {
        short height = (short) SIDES[random.nextInt(SIDES.length)];
        short width = (short) SIDES[random.nextInt(SIDES.length)];
        ByteBuffer.wrap(jpeg).putShort(frame + 5, height).putShort(frame + 7, width);
        return jpeg;
    }

    /// Each component gets factors of its own, 0 and 15 among them.
    private byte[] sampled(byte[] jpeg, int frame) {
        for (int i = 0; i < jpeg[frame + 9]; i++) {
            boolean wild = random.nextInt(4) == 0;
            int across = wild ? random.nextInt(16) : 1 + random.nextInt(4);
            int down = wild ? random.nextInt(16) : 1 + random.nextInt(4);
            set(jpeg, frame + 11 + 3 * i, across << 4 | down);
        }
        return jpeg;
    }

    private byte[] garbage(byte[] jpeg, int from) {
        byte[] noise = new byte[Math.max(0, jpeg.length - from)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, jpeg, Math.min(from, jpeg.length), noise.length);
        return jpeg;
    }

    private byte[] spliced(byte[] jpeg, byte[] other) {
        return Images.join(
                Arrays.copyOf(jpeg, random.nextInt(jpeg.length)),
                Arrays.copyOfRange(other, random.nextInt(other.length), other.length));
    }

    private static byte[] set(byte[] jpeg, int at, int value) {
        jpeg[at] = (byte) value;
        return jpeg;
    }

    /// Where the first segment with such a marker begins.
    private static int find(byte[] jpeg, int first, int last) {
        for (int at = 2; ; at += 2 + ByteBuffer.wrap(jpeg).getShort(at + 2)) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker >= first && marker <= last) {
                return at;
            }
        }
    }
}
