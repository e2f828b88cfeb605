package dev.kilat.infra;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/// The seven functions: how large, and what each is told. What each may do stands in [Permissions],
/// what wakes it in [Triggers].
final class Functions {
    static final Duration THUMBNAILS_TIMEOUT = Duration.seconds(120);
    static final Duration FAN_OUT_TIMEOUT = Duration.seconds(60);

    /// The most memory every account may ask for; a 100-megapixel photo fits, and 1.7 processors
    /// come with it.
    private static final KilatFunction.Size PIXELS =
            new KilatFunction.Size(3008, THUMBNAILS_TIMEOUT);

    /// One whole processor: a broadcast is mostly TLS.
    private static final KilatFunction.Size SENDING = new KilatFunction.Size(1769, FAN_OUT_TIMEOUT);

    private static final KilatFunction.Size INGEST =
            new KilatFunction.Size(1024, Duration.seconds(60));

    /// Below API Gateway's own limit of 30 s, so that a slow call ends with our answer in the logs.
    private static final KilatFunction.Size ANSWERING =
            new KilatFunction.Size(1024, Duration.seconds(20));

    private static final String JVM = "JAVA_TOOL_OPTIONS";
    private static final String COMPILE_ALL = "-XX:TieredStopAtLevel=4";

    /// Photos lie outside of the heap: what is left is small, and dies young in little room. What
    /// the compilers and a photo took of the C library's memory is given back every second.
    private static final String LITTLE_MEMORY =
            "-Xms16m -Xmn6m -XX:SurvivorRatio=2 -XX:TrimNativeHeapInterval=1000";

    final KilatFunction photoUploaded;
    final KilatFunction buildThumbnails;
    final KilatFunction fanOut;
    final KilatFunction liveConnection;
    final KilatFunction galleryApi;
    final KilatFunction adminApi;
    final KilatFunction reconcile;

    private final Construct scope;
    private final Platform platform;

    Functions(Construct scope, Platform platform) {
        this.scope = scope;
        this.platform = platform;
        photoUploaded = function("PhotoUploaded", INGEST);
        // Lambda stops compiling at C1, which is best for all but two: decoding and resizing are
        // long loops, and only C2 has the processor's instructions for the ciphers and hashes of a
        // thousand posts. Thumbnails alone call a native library.
        buildThumbnails =
                function("BuildThumbnails", PIXELS)
                        .knows(
                                JVM,
                                String.join(
                                        " ",
                                        COMPILE_ALL,
                                        LITTLE_MEMORY,
                                        "--enable-native-access=ALL-UNNAMED"))
                        // One heap of the C library's for all threads, of which one is busy; files
                        // and pictures stay out of it and are given back at once.
                        .knows("MALLOC_ARENA_MAX", "1")
                        .knows("MALLOC_MMAP_THRESHOLD_", "1048576");
        fanOut = function("FanOut", SENDING).knows(JVM, COMPILE_ALL);
        liveConnection = function("LiveConnection", ANSWERING);
        galleryApi = function("GalleryApi", ANSWERING);
        adminApi = function("AdminApi", ANSWERING);
        reconcile = function("Reconcile", INGEST);
    }

    List<KilatFunction> all() {
        return List.of(
                photoUploaded,
                buildThumbnails,
                fanOut,
                liveConnection,
                galleryApi,
                adminApi,
                reconcile);
    }

    private KilatFunction function(String name, KilatFunction.Size size) {
        return new KilatFunction(scope, name, size, platform);
    }
}
