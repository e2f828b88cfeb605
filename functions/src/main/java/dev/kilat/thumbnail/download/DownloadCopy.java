package dev.kilat.thumbnail.download;

import dev.kilat.photo.header.ImageType;
import dev.kilat.thumbnail.container.JpegSegments;
import dev.kilat.thumbnail.container.Malformed;
import dev.kilat.thumbnail.container.PngChunks;
import dev.kilat.thumbnail.container.Source;
import dev.kilat.thumbnail.container.WebpChunks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Copies an original as a stream: compressed pixels byte for byte, colour profile, orientation and
/// exposure kept; GPS, serial numbers, maker notes, XMP, IPTC, previews, comments, second pictures
/// and whatever is unknown left out. What stays is listed, so that what a camera invents tomorrow
/// does not leak.
public final class DownloadCopy {

    public sealed interface Copying {
        record Copied() implements Copying {}

        /// The original is not whole; what was written so far is to be thrown away.
        record Unreadable(String why) implements Copying {}
    }

    /// @throws IOException what the streams throw, and only that
    public Copying copy(ImageType type, InputStream original, OutputStream copy)
            throws IOException {
        var source = new Source(original);
        try {
            switch (type) {
                case JPEG -> JpegSegments.copy(source, copy, new KeptOfJpeg());
                case PNG -> PngChunks.copy(source, copy, new KeptOfPng());
                case WEBP -> WebpChunks.copy(source, copy, new KeptOfWebp());
            }
            return new Copying.Copied();
        } catch (Malformed malformed) {
            return new Copying.Unreadable(malformed.why());
        }
    }
}
