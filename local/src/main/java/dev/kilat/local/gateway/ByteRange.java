package dev.kilat.local.gateway;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One range of bytes, both ends included. Anything but a single satisfiable range asks for the
/// whole.
record ByteRange(long first, long last) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher asked = SINGLE.matcher(header == null ? "" : header);
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return Optional.empty();
        }
        ByteRange range =
                asked.group(1).isEmpty()
                        ? new ByteRange(Math.max(0, size - number(asked.group(2), 0)), size - 1)
                        : new ByteRange(
                                number(asked.group(1), 0),
                                Math.min(number(asked.group(2), size - 1), size - 1));
        return range.first <= range.last ? Optional.of(range) : Optional.empty();
    }

    private static long number(String digits, long otherwise) {
        return digits.isEmpty() ? otherwise : Long.parseLong(digits);
    }

    long length() {
        return last - first + 1;
    }

    String header(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
