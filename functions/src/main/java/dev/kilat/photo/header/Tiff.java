package dev.kilat.photo.header;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The structure that EXIF is written in: directories of tagged values, of which we know three. A
/// value whose place or length is a lie is left out.
///
/// @param main IFD0: the camera, the orientation
/// @param exif the EXIF IFD: the moment, the exposure
/// @param interop the interoperability IFD: which tells Adobe RGB when no profile is embedded
public record Tiff(
        ByteOrder order,
        Map<Integer, Value> main,
        Map<Integer, Value> exif,
        Map<Integer, Value> interop) {

    public static final int EXIF_IFD = 0x8769;
    public static final int INTEROP_IFD = 0xA005;

    private static final int MAX_ENTRIES = 512;
    private static final int[] BYTES_OF_TYPE = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    /// @param type TIFF's 1-12
    /// @param data in the byte order of the whole
    public record Value(int type, int count, ByteBuffer data) {
        public byte[] bytes() {
            var bytes = new byte[data.remaining()];
            data.duplicate().get(bytes);
            return bytes;
        }
    }

    public static Optional<Tiff> read(byte[] tiff) {
        if (tiff.length < 8) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(tiff);
        boolean little = tiff[0] == 'I' && tiff[1] == 'I';
        if (!little && !(tiff[0] == 'M' && tiff[1] == 'M')) {
            return Optional.empty();
        }
        buffer.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var main = directory(buffer, unsigned(buffer.getInt(4)));
        var exif = below(buffer, main, EXIF_IFD);
        return Optional.of(new Tiff(buffer.order(), main, exif, below(buffer, exif, INTEROP_IFD)));
    }

    private static Map<Integer, Value> below(
            ByteBuffer tiff, Map<Integer, Value> directory, int tag) {
        var pointer = directory.get(tag);
        return pointer == null || pointer.data.remaining() != 4
                ? Map.of()
                : directory(tiff, unsigned(pointer.data.getInt(pointer.data.position())));
    }

    private static Map<Integer, Value> directory(ByteBuffer tiff, long at) {
        var values = new TreeMap<Integer, Value>();
        if (at + 2 > tiff.limit()) {
            return values;
        }
        int entries = Math.min(tiff.getShort((int) at) & 0xFFFF, MAX_ENTRIES);
        for (int i = 0; i < entries && at + 2 + 12L * (i + 1) <= tiff.limit(); i++) {
            int entry = (int) at + 2 + 12 * i;
            int tag = tiff.getShort(entry) & 0xFFFF;
            int type = tiff.getShort(entry + 2) & 0xFFFF;
            long count = unsigned(tiff.getInt(entry + 4));
            if (type < 1 || type >= BYTES_OF_TYPE.length) {
                continue;
            }
            long length = count * BYTES_OF_TYPE[type];
            long place = length <= 4 ? entry + 8L : unsigned(tiff.getInt(entry + 8));
            if (length > 0 && place + length <= tiff.limit()) {
                var data = tiff.slice((int) place, (int) length).order(tiff.order());
                values.putIfAbsent(tag, new Value(type, (int) count, data));
            }
        }
        return values;
    }

    private static long unsigned(int value) {
        return Integer.toUnsignedLong(value);
    }
}
