package dev.kilat.thumbnail;

import java.util.Locale;

/// What libjpeg, whoever calls it, only warns of: it decodes on and fills with grey. Its other
/// warnings are of details that nobody sees.
final class MissingPixels {
    private MissingPixels() {}

    static void refuse(String warning) throws Refused {
        String words = warning.toLowerCase(Locale.ROOT);
        if (words.contains("premature end") || words.contains("bad huffman code")) {
            throw new Refused("truncated or damaged: " + warning);
        }
    }
}
