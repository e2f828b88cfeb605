package dev.kilat.thumbnail;

import java.util.List;
import java.util.stream.Stream;

/// Every file that our tests throw at whatever reads images: the same ones each time. What is found
/// in the wild one day gets its line here.
public final class HostileImages {
    private HostileImages() {}

    /// Those that take no time to make.
    public static List<HostileImage> cheap() {
        return Stream.of(BrokenJpegs.all(), StrangeJpegs.all(), HostileWebps.all(), Spoiled.all())
                .flatMap(files -> files)
                .filter(file -> !file.name().contains("bomb"))
                .toList();
    }

    public static Stream<HostileImage> all() {
        return Stream.of(
                        NoImages.all(),
                        BrokenJpegs.all(),
                        StrangeJpegs.all(),
                        JpegBombs.all(),
                        Profiles.all(),
                        HostilePngs.all(),
                        HostileWebps.all(),
                        Spoiled.all(),
                        PublishedImages.all())
                .flatMap(files -> files);
    }
}
