package dev.kilat.bench.coldstart;

import dev.kilat.local.lambda.BuildBundle;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Functions as Lambda unpacks them: our jar as it is deployed, and the peer's classes beside a
/// folder of the jars it needs.
final class Artifacts {
    /// What AWS's runtime brings along.
    private static final List<String> CLIENT =
            List.of(
                    "aws-lambda-java-runtime-interface-client-",
                    "aws-lambda-java-core-",
                    "aws-lambda-java-serialization-",
                    "utils-lite-");

    /// What the peer's own build would take: the SDK with the HTTP client that comes with it.
    private static final List<String> USUAL =
            List.of(
                    "/software/amazon/awssdk/",
                    "/software/amazon/eventstream/",
                    "/com/amazonaws/aws-lambda-java-core/",
                    "/com/amazonaws/aws-lambda-java-events/",
                    "/com/fasterxml/jackson/",
                    "/org/apache/httpcomponents/",
                    "/commons-codec/",
                    "/commons-logging/",
                    "/joda-time/",
                    "/org/reactivestreams/",
                    "/org/slf4j/slf4j-api/");

    private static final List<String> NOT_USUAL =
            List.of(
                    "url-connection-client",
                    "netty-nio-client",
                    "crt",
                    "apache5-client",
                    "dynamodb-enhanced",
                    "dataformat",
                    "pinpoint",
                    "apigatewaymanagementapi",
                    "secretsmanager",
                    "cognitoidentity");

    private Artifacts() {}

    static String clientPath() {
        return classPath()
                .filter(jar ->
                        CLIENT.stream()
                                .anyMatch(name -> jar.getFileName().toString().startsWith(name)))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// @return the task root
    static Path ours(Path folder) {
        unpack(BuildBundle.FUNCTIONS, folder);
        return folder;
    }

    /// Built as `./kilat bundle` builds it, and moved to where nobody trained it.
    ///
    /// @return the task root
    static Path bundle(Path work) throws IOException {
        Path built = work.resolve("built");
        BuildBundle.build(BuildBundle.FUNCTIONS, built);
        return Files.move(built, work.resolve("bundle"));
    }

    private static void unpack(Path zip, Path folder) {
        ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
        int result =
                jar.run(
                        System.out,
                        System.err,
                        "--extract",
                        "--file",
                        zip.toString(),
                        "--dir",
                        folder.toString());
        if (result != 0) {
            throw new IllegalStateException(zip + " cannot be unpacked");
        }
    }

    /// @return the task root
    static Path usual(Path folder, Class<?> handler) throws IOException {
        Path lib = Files.createDirectories(folder.resolve("lib"));
        for (Path jar : classPath().filter(Artifacts::isUsual).toList()) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
        String home = handler.getPackageName().replace('.', '/');
        Path classes =
                classPath()
                        .map(entry -> entry.resolve(home))
                        .filter(Files::isDirectory)
                        .findFirst()
                        .orElseThrow();
        Path copy = Files.createDirectories(folder.resolve(home));
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private static boolean isUsual(Path jar) {
        String path = jar.toString();
        return USUAL.stream().anyMatch(path::contains)
                && NOT_USUAL.stream().noneMatch(jar.getFileName().toString()::contains);
    }

    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
    }
}
