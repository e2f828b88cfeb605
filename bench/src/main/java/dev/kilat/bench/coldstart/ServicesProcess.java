package dev.kilat.bench.coldstart;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilat.local.EngineLogs;
import dev.kilat.local.lambda.Services;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// The services in a process of their own, so that they do not share the function's processor:
/// `variables HOME` answers the environment of a function that the JVM there runs, `photo` uploads
/// one and answers its event.
final class ServicesProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VARIABLES = "variables ";

    private ServicesProcess() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err);
        EngineLogs.quieten();
        try (Services services = Services.start(Path.of(arguments[0]));
                BufferedReader questions =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                Object answer =
                        line.startsWith(VARIABLES)
                                ? services.variables(Path.of(line.substring(VARIABLES.length())))
                                : Map.of("event", services.uploadPhoto());
                answers.println(JSON.writeValueAsString(answer));
            }
        }
        System.exit(0);
    }
}
