package dev.kilat.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What would make a start fail later and less clearly.
final class Preflight {
    private Preflight() {}

    /// The first obstacle, and what to do about it.
    static Optional<String> obstacle(Options options, Path assembly) {
        if (!Files.isDirectory(assembly)) {
            return Optional.of(
                    "There is no synthesized template in "
                            + assembly
                            + ". Start with ./kilat run, which builds it, or run ./kilat synth.");
        }
        InetAddress address;
        try {
            address = InetAddress.getByName(options.host());
        } catch (UnknownHostException e) {
            return Optional.of("--host " + options.host() + " is no address of this machine.");
        }
        return taken(address, "--port", options.port())
                .or(() -> taken(address, "--s3-port", options.s3Port()));
    }

    private static Optional<String> taken(InetAddress address, String flag, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "Port %d of %s cannot be had (%s). Is another Kilat running? Stop it, or choose another port: %s %d"
                            .formatted(
                                    port,
                                    address.getHostAddress(),
                                    e.getMessage(),
                                    flag,
                                    other(port)));
        }
    }

    private static int other(int port) {
        return port < 65_500 ? port + 1 : port - 100;
    }
}
