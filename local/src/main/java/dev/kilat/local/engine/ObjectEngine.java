package dev.kilat.local.engine;

import dev.kilat.local.bill.Meter;
import dev.kilat.local.gateway.MediaSource;
import dev.kilat.local.iam.Principals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStoreLocator;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;

/// S3Proxy: one folder a bucket, one file an object.
///
/// It checks signatures, expiry, signed headers, checksums and `If-None-Match` itself; whose
/// request it is decides which view of the buckets it is served from ([GuardedBlobs]). It listens
/// where browsers can reach it, as S3 does.
public final class ObjectEngine implements AutoCloseable {
    private final HttpServer server;
    private final BlobStore blobs;

    private ObjectEngine(HttpServer server, BlobStore blobs) {
        this.server = server;
        this.blobs = blobs;
    }

    public static ObjectEngine start(
            Path data,
            String bindHost,
            int port,
            List<Bucket> buckets,
            Principals principals,
            Consumer<ObjectCreated> created) {
        return start(data, bindHost, port, buckets, principals, created, Meter.NONE);
    }

    /// @param data an existing folder; its file system must keep extended attributes, where S3Proxy
    ///   puts content types
    /// @param created called after each object is whole, in the request's own thread
    public static ObjectEngine start(
            Path data,
            String bindHost,
            int port,
            List<Bucket> buckets,
            Principals principals,
            Consumer<ObjectCreated> created,
            Meter meter) {
        requireExtendedAttributes(data);
        BlobStore blobs = new FilesystemNio2BlobStore(data.toString());
        buckets.stream()
                .map(Bucket::name)
                .filter(bucket -> !blobs.containerExists(bucket))
                .forEach(blobs::createContainer);
        ServletContextHandler servlets = new ServletContextHandler();
        servlets.addServlet(
                new ServletHolder(
                        new ObjectServlet(
                                new ForbiddenBlobs(blobs),
                                new Callers(blobs, principals, created, meter),
                                principals.root().credentials(),
                                cors(buckets))),
                "/*");
        return new ObjectEngine(HttpServer.start("S3", bindHost, port, lenient(), servlets), blobs);
    }

    /// Keys may hold what elsewhere in HTTP is suspicious in a path.
    private static HttpConfiguration lenient() {
        HttpConfiguration http = new HttpConfiguration();
        http.setHttpCompliance(HttpCompliance.LEGACY);
        http.setUriCompliance(UriCompliance.LEGACY);
        http.setHeaderCacheCaseSensitive(true);
        return http;
    }

    private record Callers(
            BlobStore blobs, Principals principals, Consumer<ObjectCreated> created, Meter meter)
            implements BlobStoreLocator {
        @Override
        public @Nullable AccessGrant locateBlobStore(
                @Nullable String accessKeyId, @Nullable String bucket, @Nullable String key) {
            return principals
                    .find(accessKeyId == null ? "" : accessKeyId)
                    .map(caller ->
                            new AccessGrant(
                                    caller.credentials().secretAccessKey(),
                                    new GuardedBlobs(blobs, caller, principals, created, meter)))
                    .orElse(null);
        }
    }

    /// S3Proxy has one set of rules for all buckets, so a page may call each as it may call the
    /// most open one.
    private static CrossOriginResourceSharing cors(List<Bucket> buckets) {
        List<Bucket.Cors> rules =
                buckets.stream().flatMap(bucket -> bucket.cors().stream()).toList();
        return rules.isEmpty()
                ? CrossOriginResourceSharing.disabled()
                : new CrossOriginResourceSharing(
                        all(rules.stream().map(Bucket.Cors::origins)).stream()
                                .map(ObjectEngine::originPattern)
                                .toList(),
                        all(rules.stream().map(Bucket.Cors::methods)),
                        all(rules.stream().map(Bucket.Cors::headers)),
                        all(rules.stream().map(Bucket.Cors::exposed)),
                        "");
    }

    private static List<String> all(Stream<List<String>> lists) {
        return lists.flatMap(List::stream).distinct().toList();
    }

    private static String originPattern(String origin) {
        return origin.equals("*") ? origin : origin.replace(".", "\\.").replace("*", ".*");
    }

    private static void requireExtendedAttributes(Path data) {
        try {
            if (!Files.getFileStore(data).supportsFileAttributeView("user")) {
                throw new IllegalStateException(
                        "The file system of %s keeps no extended attributes: choose another --data"
                                .formatted(data));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.port();
    }

    /// Objects of one bucket, as CloudFront reads them.
    public MediaSource media(String bucket) {
        return new BucketMedia(blobs, bucket);
    }

    @Override
    public void close() {
        server.close();
        blobs.close();
    }
}
