package dev.kilat.bench.coldstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One way to ship a function.
///
/// @param home of its JVM
/// @param command that starts its process
record Variant(String name, Path taskRoot, String handler, Path home, List<String> command) {
    /// As Lambda's managed runtime starts a JVM.
    static final List<String> MANAGED =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx870m");

    private static final String CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    static final String OURS = "dev.kilat.entry.PhotoUploaded";

    /// By AWS's runtime interface client, which loads the unpacked artifact itself.
    static Variant managed(String name, Path taskRoot, String handler, String clientPath) {
        List<String> command = new ArrayList<>();
        Path home = Path.of(System.getProperty("java.home"));
        command.add(home.resolve("bin/java").toString());
        command.addAll(MANAGED);
        command.addAll(List.of("-cp", clientPath, CLIENT, handler));
        return new Variant(name, taskRoot, handler, home, command);
    }

    /// By its own JVM.
    static Variant bundle(String name, Path taskRoot) {
        return new Variant(
                name,
                taskRoot,
                OURS,
                taskRoot.resolve("jre"),
                List.of(taskRoot.resolve("bootstrap").toString()));
    }
}
