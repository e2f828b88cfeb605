package dev.kilat.thumbnail.baseline;

import dev.kilat.thumbnail.planes.Plane;
import dev.kilat.thumbnail.planes.Planes;
import dev.kilat.thumbnail.planes.Pool;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// JPEG to planes, for those that it takes. For one thread at a time.
public final class BaselineDecoder {
    private static final int RESTART_NUMBERS = 8;

    private final Pool pool;

    /// @param pool where what it decodes will lie
    public BaselineDecoder(Pool pool) {
        this.pool = pool;
    }

    /// Decodes at as few eighths of its size as keep the long edge: the smaller, the less there is
    /// to compute.
    ///
    /// @param width of the picture as stored, found within the limits: no memory is taken for any
    ///   other
    /// @param longEdge in pixels, which the planes reach
    /// @return empty for what is not usual, not whole, or needed at more than half its size
    public Optional<Planes> decode(MemorySegment jpeg, int width, int height, int longEdge) {
        int eighths = 1;
        while (scaled(Math.max(width, height), eighths) < longEdge) {
            eighths++;
        }
        if (eighths > BlockRow.MOST) {
            return Optional.empty();
        }
        int edge = eighths;
        return FrameReader.read(jpeg)
                .filter(frame -> frame.width() == width && frame.height() == height)
                .flatMap(frame -> decode(jpeg, frame, edge));
    }

    private Optional<Planes> decode(MemorySegment jpeg, Frame frame, int edge) {
        ScanReader reader = new ScanReader(jpeg, frame.scan());
        List<Part> parts = parts(frame, edge);
        int across = frame.groupsAcross();
        int untilRestart = frame.restart();
        int restarts = 0;
        for (int row = 0; row < frame.groupsDown(); row++) {
            parts.forEach(Part::clear);
            for (int group = 0; group < across; group++) {
                if (frame.restart() > 0 && untilRestart-- == 0) {
                    reader.restart(restarts++ % RESTART_NUMBERS);
                    parts.forEach(Part::restart);
                    untilRestart = frame.restart() - 1;
                }
                for (Part part : parts) {
                    part.read(reader, group);
                }
            }
            if (reader.isDamaged()) {
                return Optional.empty();
            }
            for (Part part : parts) {
                part.write(row);
            }
        }
        return reader.isAtEnd() ? Optional.of(planes(frame, parts, edge)) : Optional.empty();
    }

    private List<Part> parts(Frame frame, int edge) {
        int width = scaled(frame.width(), edge);
        int height = scaled(frame.height(), edge);
        Frame.Component finest = frame.components().getFirst();
        List<Part> parts = new ArrayList<>();
        for (Frame.Component each : frame.components()) {
            Plane plane =
                    Plane.of(
                            pool,
                            Math.ceilDiv(width * each.across(), finest.across()),
                            Math.ceilDiv(height * each.down(), finest.down()));
            parts.add(new Part(each, plane, frame.groupsAcross(), edge));
        }
        return parts;
    }

    private static Planes planes(Frame frame, List<Part> parts, int edge) {
        Frame.Component finest = frame.components().getFirst();
        return new Planes(
                scaled(frame.width(), edge),
                scaled(frame.height(), edge),
                finest.across(),
                finest.down(),
                parts.stream().map(part -> part.plane).toList());
    }

    private static int scaled(int pixels, int eighths) {
        return Math.ceilDiv(pixels * eighths, Zigzag.EDGE);
    }

    /// A component on its way into its plane.
    private static final class Part {
        private final Frame.Component component;
        private final Plane plane;
        private final int edge;
        private final BlockRow[] rows;
        private int last;

        Part(Frame.Component component, Plane plane, int groups, int edge) {
            this.component = component;
            this.plane = plane;
            this.edge = edge;
            this.rows = new BlockRow[component.down()];
            Arrays.setAll(
                    rows, _ -> new BlockRow(groups * component.across(), edge, component.steps()));
        }

        void clear() {
            for (BlockRow row : rows) {
                row.clear();
            }
        }

        void restart() {
            last = 0;
        }

        void read(ScanReader reader, int group) {
            DcTable dc = component.dc();
            AcTable ac = component.ac();
            int end = (group + 1) * component.across();
            int value = last;
            for (BlockRow row : rows) {
                for (int at = end - component.across(); at < end; at++) {
                    value = reader.block(dc, ac, value, row, at);
                }
            }
            last = value;
        }

        /// Blocks may reach over the picture's edge.
        void write(int group) {
            int y = group * rows.length * edge;
            for (BlockRow row : rows) {
                row.transform();
                for (int line = 0; line < edge && y < plane.height(); line++) {
                    plane.write(y++, row.line(line));
                }
            }
        }
    }
}
