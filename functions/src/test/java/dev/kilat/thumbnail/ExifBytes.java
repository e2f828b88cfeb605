package dev.kilat.thumbnail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// EXIF written by hand, so that tests do not read with what wrote.
public final class ExifBytes {
    public static final String SECRET = "SERIAL-1234";

    private final List<Field> main = new ArrayList<>();
    private final List<Field> exif = new ArrayList<>();
    private final List<Field> gps = new ArrayList<>();
    private final ByteOrder order;

    private record Field(int tag, int type, int count, ByteBuffer data) {}

    private ExifBytes(ByteOrder order) {
        this.order = order;
    }

    public static ExifBytes exif() {
        return exif(ByteOrder.BIG_ENDIAN);
    }

    public static ExifBytes exif(ByteOrder order) {
        return new ExifBytes(order);
    }

    /// What a camera with a GPS receiver writes, with [#SECRET] wherever a serial number can be.
    public static ExifBytes camera() {
        return camera(ByteOrder.BIG_ENDIAN);
    }

    public static ExifBytes camera(ByteOrder order) {
        return exif(order)
                .text(0x010F, "Kilat Works")
                .text(0x0110, "Flash 1")
                .text(0x010E, "at home, " + SECRET)
                .taken("2025:06:07 18:09:10", "+07:00")
                .exifText(0xA430, "Owner " + SECRET)
                .exifText(0xA431, SECRET)
                .exifText(0xA434, "50mm f/1.8")
                .exifText(0xA435, SECRET)
                .exifText(0x927C, "MAKERNOTE " + SECRET)
                .gps(-8, 30, 15);
    }

    public ExifBytes orientation(int orientation) {
        main.add(new Field(0x0112, 3, 1, buffer(2).putShort(0, (short) orientation)));
        return this;
    }

    public ExifBytes taken(String moment, String offset) {
        exifText(0x9003, moment);
        return offset.isEmpty() ? this : exifText(0x9011, offset);
    }

    public ExifBytes text(int tag, String text) {
        main.add(text(tag, 2, text));
        return this;
    }

    public ExifBytes exifText(int tag, String text) {
        exif.add(text(tag, 2, text));
        return this;
    }

    public ExifBytes gps(int degrees, int minutes, int seconds) {
        gps.add(text(1, 2, degrees < 0 ? "S" : "N"));
        gps.add(degrees(2, Math.abs(degrees), minutes, seconds));
        gps.add(text(3, 2, "E"));
        gps.add(degrees(4, 115, 15, 42));
        return this;
    }

    private Field degrees(int tag, int degrees, int minutes, int seconds) {
        var data = buffer(24);
        data.putInt(degrees).putInt(1).putInt(minutes).putInt(1).putInt(seconds).putInt(1);
        return new Field(tag, 5, 3, data.flip());
    }

    private static Field text(int tag, int type, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        return new Field(tag, type, bytes.length, ByteBuffer.wrap(bytes));
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    public byte[] tiff() {
        var toExif = buffer(4);
        var toGps = buffer(4);
        var ifd0 = new ArrayList<>(main);
        ifd0.add(new Field(0x8769, 4, 1, toExif));
        ifd0.add(new Field(0x8825, 4, 1, toGps));
        int atExif = 8 + size(ifd0);
        int atGps = atExif + size(exif);
        toExif.putInt(0, atExif);
        toGps.putInt(0, atGps);
        var out = ByteBuffer.allocate(atGps + size(gps)).order(order);
        out.put(order == ByteOrder.BIG_ENDIAN ? new byte[] {'M', 'M'} : new byte[] {'I', 'I'});
        out.putShort((short) 42).putInt(8);
        List.of(ifd0, exif, gps).forEach(directory -> write(directory, out));
        return out.array();
    }

    /// As the payload of a JPEG's APP1.
    public byte[] app1() {
        byte[] tiff = tiff();
        return ByteBuffer.allocate(6 + tiff.length)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .array();
    }

    private static int size(List<Field> directory) {
        int outside =
                directory.stream().mapToInt(f -> f.data.limit() > 4 ? f.data.limit() : 0).sum();
        return 6 + 12 * directory.size() + outside;
    }

    private static void write(List<Field> directory, ByteBuffer out) {
        out.putShort((short) directory.size());
        int at = out.position() + 12 * directory.size() + 4;
        for (Field field : directory) {
            out.putShort((short) field.tag).putShort((short) field.type).putInt(field.count);
            int next = out.position() + 4;
            int length = field.data.limit();
            if (length > 4) {
                out.putInt(at);
                out.position(at);
                at += length;
            }
            out.put(field.data.duplicate()).position(next);
        }
        out.putInt(0);
        out.position(at);
    }
}
