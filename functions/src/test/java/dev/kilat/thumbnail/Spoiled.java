package dev.kilat.thumbnail;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Good files in which bits were flipped, by a number.
final class Spoiled {
    private static final int JPEGS = 176;
    private static final int OTHERS = 120;

    private Spoiled() {}

    static Stream<HostileImage> all() {
        // One after the other, since each is drawn from what the one before left of the dice.
        var spoiler = new HostileJpegs();
        var jpegs = IntStream.range(0, JPEGS).mapToObj(spoiler::next).toList();
        return Stream.concat(
                IntStream.range(0, JPEGS)
                        .mapToObj(n -> new HostileImage("a spoiled JPEG " + n, () -> jpegs.get(n))),
                IntStream.range(0, OTHERS)
                        .mapToObj(n -> new HostileImage("flipped bits " + n, () -> flipped(n))));
    }

    private static byte[] flipped(int number) {
        var sound =
                List.of(
                        Images.png(Images.scene(96, 64)),
                        Pngs.sixteenBits(32, 32, 200, 100, 50, 99),
                        Webps.LOSSY,
                        Webps.LOSSLESS_ALPHA,
                        Webps.LOSSY_ALPHA,
                        Webps.animated(64, 48));
        var random = new Random(number);
        byte[] file = sound.get(number % sound.size()).clone();
        for (int i = 0; i <= number % 7; i++) {
            file[8 + random.nextInt(file.length - 8)] ^= (byte) (1 << random.nextInt(8));
        }
        return file;
    }
}
