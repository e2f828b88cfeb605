package dev.kilat.thumbnail.download;

import dev.kilat.photo.header.Tiff;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// EXIF written anew with the listed tags only. GPS, serial numbers (0xA430, 0xA431, 0xA435), maker
/// notes, free text and the preview are not edited out but never copied, so no orphaned bytes of
/// them remain.
final class KeptOfExif {
    /// Make, model, orientation, resolution, software, date, artist, copyright.
    private static final Set<Integer> OF_MAIN =
            Set.of(
                    0x010F, 0x0110, 0x0112, 0x011A, 0x011B, 0x0128, 0x0131, 0x0132, 0x013B, 0x0213,
                    0x8298);

    /// Exposure, moment, colour space, size, lens (without its serial number).
    private static final Set<Integer> OF_EXIF =
            Set.of(
                    0x829A, 0x829D, 0x8822, 0x8827, 0x8830, 0x8831, 0x8832, 0x9000, 0x9003, 0x9004,
                    0x9010, 0x9011, 0x9012, 0x9101, 0x9102, 0x9201, 0x9202, 0x9203, 0x9204, 0x9205,
                    0x9206, 0x9207, 0x9208, 0x9209, 0x920A, 0x9290, 0x9291, 0x9292, 0xA000, 0xA001,
                    0xA002, 0xA003, 0xA20E, 0xA20F, 0xA210, 0xA217, 0xA300, 0xA301, 0xA401, 0xA402,
                    0xA403, 0xA404, 0xA405, 0xA406, 0xA407, 0xA408, 0xA409, 0xA40A, 0xA40C, 0xA432,
                    0xA433, 0xA434);

    /// The index and version of the interoperability rule: "R03" is how cameras say Adobe RGB.
    private static final Set<Integer> OF_INTEROP = Set.of(0x0001, 0x0002);

    /// A rewritten segment must fit where the old one was; nothing listed is longer than a line of
    /// text.
    private static final int LONGEST = 512;

    private KeptOfExif() {}

    /// @return null when nothing is worth keeping
    static byte @Nullable [] of(byte[] tiff) {
        return Tiff.read(tiff).map(KeptOfExif::rewrite).orElse(null);
    }

    private static byte @Nullable [] rewrite(Tiff tiff) {
        var interop = listed(tiff.interop(), OF_INTEROP);
        var exif = listed(tiff.exif(), OF_EXIF);
        var main = listed(tiff.main(), OF_MAIN);
        if (!interop.isEmpty()) {
            exif.put(Tiff.INTEROP_IFD, pointer(tiff.order()));
        }
        if (!exif.isEmpty()) {
            main.put(Tiff.EXIF_IFD, pointer(tiff.order()));
        }
        if (main.isEmpty()) {
            return null;
        }
        int atMain = 8;
        int atExif = atMain + size(main);
        int atInterop = atExif + size(exif);
        var out = ByteBuffer.allocate(atInterop + size(interop)).order(tiff.order());
        out.putShort((short) (tiff.order() == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
        out.putShort((short) 42).putInt(atMain);
        write(main, atExif, out);
        write(exif, atInterop, out);
        write(interop, 0, out);
        return out.array();
    }

    private static Map<Integer, Tiff.Value> listed(
            Map<Integer, Tiff.Value> directory, Set<Integer> tags) {
        return directory.entrySet().stream()
                .filter(entry -> tags.contains(entry.getKey()))
                .filter(entry -> entry.getValue().data().remaining() <= LONGEST)
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    private static Tiff.Value pointer(ByteOrder order) {
        return new Tiff.Value(4, 1, ByteBuffer.allocate(4).order(order));
    }

    private static int size(Map<Integer, Tiff.Value> directory) {
        if (directory.isEmpty()) {
            return 0;
        }
        int values = directory.values().stream().mapToInt(value -> outside(value)).sum();
        return 2 + 12 * directory.size() + 4 + values;
    }

    /// Values of up to four bytes stand within their entry; others behind the directory, at even
    /// places.
    private static int outside(Tiff.Value value) {
        int length = value.data().remaining();
        return length <= 4 ? 0 : length + (length & 1);
    }

    private static void write(Map<Integer, Tiff.Value> directory, int below, ByteBuffer out) {
        if (directory.isEmpty()) {
            return;
        }
        out.putShort((short) directory.size());
        int[] at = {out.position() + 12 * directory.size() + 4};
        directory.forEach((tag, value) -> {
            out.putShort(tag.shortValue()).putShort((short) value.type());
            out.putInt(value.count());
            byte[] bytes = value.bytes();
            if (tag == Tiff.EXIF_IFD || tag == Tiff.INTEROP_IFD) {
                out.putInt(below);
            } else if (bytes.length <= 4) {
                out.put(bytes).put(new byte[4 - bytes.length]);
            } else {
                out.putInt(at[0]);
                out.put(at[0], bytes);
                at[0] += outside(value);
            }
        });
        out.putInt(0);
        out.position(at[0]);
    }
}
