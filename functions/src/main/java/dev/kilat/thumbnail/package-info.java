/// Thumbnails: one decode, three sizes, upright, sRGB, bare of metadata. [Renderer] is the port;
/// [ImageIoRenderer] shows the pipeline as the list of its steps, a file a step.
@NullMarked
package dev.kilat.thumbnail;

import org.jspecify.annotations.NullMarked;
