package dev.kilat.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilat.photo.Change;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Frames as text that a test can read back, each change as large as it says.
record PlainFrames(int bytesOfAChange) implements FrameWriter {
    @Override
    public byte[] write(Frame frame) {
        return switch (frame) {
            case Frame.Changes(_, var epoch, var head, var changes) ->
                    (epoch + " " + head + " " + numbers(changes)).getBytes(UTF_8);
            default -> frame.toString().getBytes(UTF_8);
        };
    }

    private String numbers(List<Change.Logged> changes) {
        return changes.stream()
                .map(change -> String.format("%0" + bytesOfAChange + "d,", change.seq()))
                .collect(Collectors.joining());
    }

    /// @param seqs of the changes it carries
    record Read(String epoch, long head, List<Long> seqs) {
        static Read of(byte[] frame) {
            String[] parts = new String(frame, UTF_8).split(" ", 3);
            return new Read(
                    parts[0],
                    Long.parseLong(parts[1]),
                    Arrays.stream(parts[2].split(",", 0))
                            .filter(seq -> !seq.isEmpty())
                            .map(Long::valueOf)
                            .toList());
        }
    }
}
