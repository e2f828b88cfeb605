package dev.kilat.thumbnail;

import dev.kilat.thumbnail.turbo.TurboJpeg;

class TurboRendererTest extends RendererContract {
    private final Renderer renderer =
            new TurboRenderer(TurboJpeg.find().orElseThrow(), new ImageIoRenderer());

    @Override
    Renderer renderer() {
        return renderer;
    }
}
