package dev.kilat.thumbnail;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import dev.kilat.photo.header.ImageType;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/// Which codec reads and writes what, looked up once: scanning the class path costs, and the first
/// codec that volunteers depends on its order. Codecs themselves are for one photo and one thread.
final class Codecs {
    private final ImageReaderSpi jpeg = reader(JPEGImageReaderSpi.class.getName());
    private final ImageReaderSpi png = reader("com.sun.imageio.plugins.png.PNGImageReaderSpi");
    private final ImageReaderSpi webp = reader(WebPImageReaderSpi.class.getName());
    private final ImageWriterSpi jpegOut =
            provider(ImageWriterSpi.class, "com.sun.imageio.plugins.jpeg.JPEGImageWriterSpi");

    ImageReader reader(ImageType type) throws IOException {
        var provider =
                switch (type) {
                    case JPEG -> jpeg;
                    case PNG -> png;
                    case WEBP -> webp;
                };
        return provider.createReaderInstance();
    }

    ImageWriter jpegWriter() throws IOException {
        return jpegOut.createWriterInstance();
    }

    private static ImageReaderSpi reader(String name) {
        return provider(ImageReaderSpi.class, name);
    }

    private static <S> S provider(Class<S> kind, String name) {
        var all = IIORegistry.getDefaultInstance().getServiceProviders(kind, false);
        while (all.hasNext()) {
            S provider = all.next();
            if (provider.getClass().getName().equals(name)) {
                return provider;
            }
        }
        throw new IllegalStateException("no codec " + name + " on the class path");
    }
}
