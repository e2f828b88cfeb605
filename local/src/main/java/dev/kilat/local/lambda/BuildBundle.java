package dev.kilat.local.lambda;

import dev.kilat.local.EngineLogs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Builds what `-c aotCache=true` deploys, into `functions/target/bundle`: a JVM with the modules
/// that the functions use, their jar, AWS's runtime interface client, and an AOT cache.
///
/// A JVM takes a cache only from itself and only for its class path: the runtime that AWS manages
/// can be given none, so the JVM travels along. It runs on the kind of processor it was built on.
public final class BuildBundle {
    public static final Path FUNCTIONS = Path.of("functions/target/kilat-functions.jar");
    static final Path BUNDLE = Path.of("functions/target/bundle");

    /// Lambda's own limit on what it unpacks, in bytes.
    static final long LARGEST = 250L * 1024 * 1024;

    private static final List<String> CLIENT =
            List.of(
                    "aws-lambda-java-runtime-interface-client-",
                    "aws-lambda-java-core-",
                    "aws-lambda-java-serialization-",
                    "utils-lite-");

    /// The cache is for jars with these very times; the CDK gives every file of an asset this one.
    private static final FileTime MODIFIED = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

    private BuildBundle() {}

    public static void main(String[] arguments) throws Exception {
        try {
            EngineLogs.quieten();
            build(FUNCTIONS, BUNDLE);
            System.out.printf("kilat: %s holds %d MB for %s%n", BUNDLE, size(BUNDLE) >> 20, here());
            System.exit(0);
        } catch (IllegalStateException e) {
            System.err.println("kilat: " + e.getMessage());
            System.exit(1);
        }
    }

    /// Replaces what `bundle` held.
    public static void build(Path functions, Path bundle) throws IOException {
        String processor = here();
        empty(bundle);
        BundledJvm.make(bundle.resolve("jre"));
        Path lib = Files.createDirectories(bundle.resolve("lib"));
        put(functions, lib);
        for (Path jar : client()) {
            put(jar, lib);
        }
        Path bootstrap = bundle.resolve("bootstrap");
        try (var script = BuildBundle.class.getResourceAsStream("bootstrap")) {
            if (script == null) {
                throw new IllegalStateException("bootstrap is missing in our own jar");
            }
            Files.copy(script, bootstrap);
        }
        Files.setPosixFilePermissions(bootstrap, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(bundle.resolve("architecture"), processor);
        Training.of(bundle);
        check(size(bundle));
    }

    /// Lambda's name of the processor that this machine has.
    private static String here() {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IllegalStateException(
                    "A bundle holds a JVM for Linux, and can only be built on Linux.");
        }
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm64";
            default ->
                    throw new IllegalStateException(
                            "Lambda has x86_64 and arm64, not " + System.getProperty("os.arch"));
        };
    }

    private static List<Path> client() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(jar ->
                        CLIENT.stream()
                                .anyMatch(name -> jar.getFileName().toString().startsWith(name)))
                .toList();
    }

    private static void put(Path jar, Path lib) throws IOException {
        Path copy = lib.resolve(jar.getFileName());
        Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(copy, MODIFIED);
    }

    static void check(long size) {
        if (size > LARGEST) {
            throw new IllegalStateException(
                    "The bundle has %d MB, and Lambda unpacks at most %d."
                            .formatted(size >> 20, LARGEST >> 20));
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            delete(folder);
        }
        Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
