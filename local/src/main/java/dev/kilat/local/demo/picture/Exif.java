package dev.kilat.local.demo.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The APP1 segment of a JPEG, as cameras write it: TIFF directories of time, camera, orientation,
/// place.
final class Exif {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss");
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx");
    private static final int HEADER = 8;

    private Exif() {}

    /// @param orientation 1, 3, 6 or 8
    /// @param width of the pixels as they lie; so is the height
    static byte[] segment(
            OffsetDateTime taken, int orientation, int width, int height, double lat, double lon) {
        Directory main = new Directory();
        Directory camera = new Directory();
        Directory place = new Directory();
        main.text(0x010f, "Kilat").text(0x0110, "Kilat Demo 1");
        main.number(0x0112, orientation);
        main.text(0x0132, TIME.format(taken));
        main.pointer(0x8769, camera).pointer(0x8825, place);
        camera.fractions(0x829a, 1, 125).fractions(0x829d, 18, 10);
        camera.number(0x8827, 1600);
        camera.text(0x9003, TIME.format(taken)).text(0x9011, OFFSET.format(taken));
        camera.fractions(0x920a, 35, 1);
        camera.number(0xa002, width).number(0xa003, height);
        place.text(0x0001, lat < 0 ? "S" : "N").fractions(0x0002, degrees(lat));
        place.text(0x0003, lon < 0 ? "W" : "E").fractions(0x0004, degrees(lon));

        camera.at = HEADER + main.size();
        place.at = camera.at + camera.size();
        main.at = HEADER;
        ByteBuffer tiff = ByteBuffer.allocate(place.at + place.size());
        tiff.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(HEADER);
        List.of(main, camera, place).forEach(directory -> directory.writeTo(tiff));

        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        byte[] name = "Exif\0\0".getBytes(US_ASCII);
        int length = 2 + name.length + tiff.capacity();
        segment.writeBytes(
                new byte[] {(byte) 0xff, (byte) 0xe1, (byte) (length >> 8), (byte) length});
        segment.writeBytes(name);
        segment.writeBytes(tiff.array());
        return segment.toByteArray();
    }

    private static int[] degrees(double angle) {
        int hundredths = (int) Math.round(Math.abs(angle) * 360_000);
        int minutes = hundredths / 6000;
        return new int[] {minutes / 60, 1, minutes % 60, 1, hundredths % 6000, 100};
    }

    /// Entries of twelve bytes in the order of their tags, then the values that do not fit into
    /// four.
    private static final class Directory {
        private final List<Entry> entries = new ArrayList<>();
        private int at;

        @SuppressWarnings("ArrayRecordComponent") // written, never compared
        private record Entry(int tag, int type, int count, byte[] value, List<Directory> target) {}

        Directory text(int tag, String text) {
            byte[] ascii = (text + "\0").getBytes(US_ASCII);
            entries.add(new Entry(tag, 2, ascii.length, ascii, List.of()));
            return this;
        }

        Directory number(int tag, int value) {
            byte[] bytes = ByteBuffer.allocate(4).putShort((short) value).array();
            entries.add(new Entry(tag, 3, 1, bytes, List.of()));
            return this;
        }

        Directory fractions(int tag, int... parts) {
            ByteBuffer bytes = ByteBuffer.allocate(parts.length * 4);
            for (int part : parts) {
                bytes.putInt(part);
            }
            entries.add(new Entry(tag, 5, parts.length / 2, bytes.array(), List.of()));
            return this;
        }

        Directory pointer(int tag, Directory target) {
            entries.add(new Entry(tag, 4, 1, new byte[4], List.of(target)));
            return this;
        }

        int size() {
            return valuesAt() + entries.stream().mapToInt(e -> elsewhere(e.value)).sum();
        }

        private int valuesAt() {
            return 2 + entries.size() * 12 + 4;
        }

        /// Padded to an even length.
        private static int elsewhere(byte[] value) {
            return value.length <= 4 ? 0 : value.length + (value.length & 1);
        }

        void writeTo(ByteBuffer tiff) {
            int next = at + valuesAt();
            tiff.position(at).putShort((short) entries.size());
            for (Entry e : entries) {
                tiff.putShort((short) e.tag).putShort((short) e.type).putInt(e.count);
                if (!e.target.isEmpty()) {
                    tiff.putInt(e.target.getFirst().at);
                } else if (e.value.length <= 4) {
                    tiff.put(Arrays.copyOf(e.value, 4));
                } else {
                    tiff.putInt(next);
                    tiff.put(next, e.value);
                    next += elsewhere(e.value);
                }
            }
            tiff.putInt(0);
        }
    }
}
