package dev.kilat.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilat.local.iam.Grant;
import dev.kilat.local.iam.Principal;
import dev.kilat.local.iam.Principals;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/// What a presigned URL promises is enforced against any client, as S3 does it.
class ObjectEngineTest {
    private static final String BUCKET = "photos";
    private static final byte[] PHOTO = randomBytes(300_000);

    @TempDir Path data;
    private final Principals principals = new Principals();
    private final List<ObjectCreated> created = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();
    private ObjectEngine engine;
    private Principal uploader;

    @BeforeEach
    void start() {
        int port = Ports.orFree(0);
        engine =
                ObjectEngine.start(
                        data,
                        "127.0.0.1",
                        port,
                        List.of(
                                new Bucket(
                                        BUCKET,
                                        List.of(
                                                new Bucket.Cors(
                                                        List.of("*"),
                                                        List.of("PUT"),
                                                        List.of(
                                                                "content-type",
                                                                "x-amz-checksum-sha256"),
                                                        List.of("ETag"))))),
                        principals,
                        created::add);
        open.add(engine);
        uploader = role("s3:PutObject", "s3:GetObject");
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        http.close();
    }

    private Principal role(String... actions) {
        return principals.issue(
                "arn:aws:sts::000000000000:assumed-role/R/f",
                java.util.stream.Stream.of(actions)
                        .map(action ->
                                new Grant(
                                        "R",
                                        action,
                                        action.equals("s3:ListBucket")
                                                ? "arn:aws:s3:::photos"
                                                : "arn:aws:s3:::photos/originals/*",
                                        true))
                        .toList());
    }

    private URI endpoint() {
        return URI.create("http://127.0.0.1:" + engine.port());
    }

    private S3Presigner presigner(Principal principal) {
        S3Presigner presigner =
                S3Presigner.builder()
                        .endpointOverride(endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(principal.credentials()))
                        .build();
        open.add(presigner);
        return presigner;
    }

    private S3Client client(Principal principal) {
        S3Client client =
                S3Client.builder()
                        .endpointOverride(endpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(principal.credentials()))
                        .serviceConfiguration(S3Configuration.builder().build())
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
        open.add(client);
        return client;
    }

    /// As a ticket signs it: length, type, SHA-256, and that nothing is overwritten.
    private PresignedPutObjectRequest ticket(String key, byte[] photo, Duration life) {
        return presigner(uploader)
                .presignPutObject(presign ->
                        presign.signatureDuration(life)
                                .putObjectRequest(put ->
                                        put.bucket(BUCKET)
                                                .key(key)
                                                .contentType("image/jpeg")
                                                .contentLength((long) photo.length)
                                                .checksumSHA256(sha256(photo))
                                                .ifNoneMatch("*")));
    }

    private HttpResponse<String> put(
            URI url, Map<String, List<String>> headers, byte[] body, Map<String, String> changes)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofByteArray(body));
        Map<String, String> sent = new HashMap<>();
        headers.forEach((name, values) -> sent.put(name, values.getFirst()));
        sent.remove("host");
        sent.remove("content-length");
        sent.putAll(changes);
        sent.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> put(PresignedPutObjectRequest ticket, byte[] body)
            throws IOException, InterruptedException {
        return put(URI.create(ticket.url().toString()), ticket.signedHeaders(), body, Map.of());
    }

    @Test
    void a_photo_is_taken_as_its_ticket_says_and_announced() throws Exception {
        HttpResponse<String> response =
                put(ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5)), PHOTO);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(created).hasSize(1);
        assertThat(created.getFirst().key()).isEqualTo("originals/demo/1");
        assertThat(created.getFirst().size()).isEqualTo(PHOTO.length);
        assertThat(created.getFirst().operation()).isEqualTo("Put");
        var object =
                client(uploader)
                        .getObjectAsBytes(get -> get.bucket(BUCKET).key("originals/demo/1"));
        assertThat(object.asByteArray()).isEqualTo(PHOTO);
        assertThat(object.response().contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void other_bytes_than_the_ticket_says_are_refused() throws Exception {
        byte[] altered = PHOTO.clone();
        altered[1000] ^= 1;

        HttpResponse<String> response =
                put(ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5)), altered);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).containsAnyOf("BadDigest", "XAmzContentChecksumMismatch");
        assertThat(created).isEmpty();
    }

    @Test
    void another_length_than_the_ticket_says_is_refused() throws Exception {
        HttpResponse<String> response =
                put(ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5)), new byte[10]);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("SignatureDoesNotMatch");
        assertThat(created).isEmpty();
    }

    @Test
    void another_type_than_the_ticket_says_is_refused() throws Exception {
        PresignedPutObjectRequest ticket = ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5));

        HttpResponse<String> response =
                put(
                        URI.create(ticket.url().toString()),
                        ticket.signedHeaders(),
                        PHOTO,
                        Map.of("content-type", "text/html"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("SignatureDoesNotMatch");
    }

    @Test
    void a_ticket_is_good_for_one_object() throws Exception {
        PresignedPutObjectRequest ticket = ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5));
        assertThat(put(ticket, PHOTO).statusCode()).isEqualTo(200);

        HttpResponse<String> second = put(ticket, PHOTO);

        assertThat(second.statusCode()).isEqualTo(412);
        assertThat(second.body()).contains("PreconditionFailed");
        assertThat(created).hasSize(1);
    }

    @Test
    void a_ticket_without_its_condition_is_refused() throws Exception {
        PresignedPutObjectRequest ticket = ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5));
        Map<String, List<String>> headers = new HashMap<>(ticket.signedHeaders());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("if-none-match"));

        HttpResponse<String> response =
                put(URI.create(ticket.url().toString()), headers, PHOTO, Map.of());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(created).isEmpty();
    }

    @Test
    void nothing_can_be_added_to_a_ticket() throws Exception {
        assertThat(
                        put(ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5)), PHOTO)
                                .statusCode())
                .isEqualTo(200);
        PresignedPutObjectRequest ticket = ticket("originals/demo/2", PHOTO, Duration.ofMinutes(5));
        for (Map.Entry<String, String> added :
                Map.of(
                                "x-amz-acl", "public-read",
                                "X-Amz-Copy-Source", "/" + BUCKET + "/originals/demo/1",
                                "x-amz-meta-title", "x")
                        .entrySet()) {
            HttpResponse<String> response =
                    put(
                            URI.create(ticket.url().toString()),
                            ticket.signedHeaders(),
                            PHOTO,
                            Map.of(added.getKey(), added.getValue()));

            assertThat(response.statusCode()).as(added.getKey()).isEqualTo(403);
            assertThat(response.body()).contains("AccessDenied").contains("not signed");
        }
        assertThat(created).hasSize(1);
    }

    @Test
    void an_expired_ticket_is_refused() throws Exception {
        PresignedPutObjectRequest ticket = ticket("originals/demo/1", PHOTO, Duration.ofSeconds(1));
        while (!java.time.Instant.now().isAfter(ticket.expiration().plusSeconds(1))) {
            Thread.onSpinWait();
        }

        HttpResponse<String> response = put(ticket, PHOTO);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("AccessDenied").contains("expired");
    }

    @Test
    void a_ticket_for_one_key_is_none_for_another() throws Exception {
        PresignedPutObjectRequest ticket = ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5));
        URI other = URI.create(ticket.url().toString().replace("demo/1", "demo/2"));

        HttpResponse<String> response = put(other, ticket.signedHeaders(), PHOTO, Map.of());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("SignatureDoesNotMatch");
    }

    @Test
    void a_url_carries_no_more_rights_than_its_signer() throws Exception {
        PresignedPutObjectRequest ticket = ticket("downloads/demo/1", PHOTO, Duration.ofMinutes(5));

        HttpResponse<String> response = put(ticket, PHOTO);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("AccessDenied").contains("s3:PutObject");
    }

    @Test
    void a_large_upload_is_heard_out_before_it_is_refused() throws Exception {
        byte[] large = randomBytes(20 << 20);
        PresignedPutObjectRequest ticket = ticket("originals/demo/1", large, Duration.ofMinutes(5));
        URI other = URI.create(ticket.url().toString().replace("demo/1", "demo/2"));

        for (int i = 0; i < 5; i++) {
            assertThat(put(other, ticket.signedHeaders(), large, Map.of()).statusCode())
                    .isEqualTo(403);
        }
        assertThat(put(ticket, large).statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_without_a_signature_is_refused() throws Exception {
        put(ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5)), PHOTO);
        URI object = endpoint().resolve("/photos/originals/demo/1");

        HttpResponse<String> read =
                http.send(HttpRequest.newBuilder(object).build(), BodyHandlers.ofString());
        HttpResponse<String> written = put(object, Map.of(), PHOTO, Map.of());

        assertThat(read.statusCode()).isEqualTo(403);
        assertThat(written.statusCode()).isEqualTo(403);
    }

    @Test
    void a_page_may_ask_beforehand_and_reads_refusals() throws Exception {
        PresignedPutObjectRequest ticket = ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5));
        URI url = URI.create(ticket.url().toString());

        HttpResponse<String> preflight =
                http.send(
                        HttpRequest.newBuilder(url)
                                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                                .header("Origin", "http://localhost:8080")
                                .header("Access-Control-Request-Method", "PUT")
                                .header(
                                        "Access-Control-Request-Headers",
                                        "content-type,x-amz-checksum-sha256")
                                .build(),
                        BodyHandlers.ofString());
        HttpResponse<String> refused =
                put(
                        url,
                        ticket.signedHeaders(),
                        new byte[10],
                        Map.of("Origin", "http://localhost:8080"));

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("PUT");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    @Test
    void a_download_is_named_by_its_url() throws Exception {
        put(ticket("originals/demo/1", PHOTO, Duration.ofMinutes(5)), PHOTO);
        URI url =
                URI.create(
                        presigner(uploader)
                                .presignGetObject(presign ->
                                        presign.signatureDuration(Duration.ofMinutes(10))
                                                .getObjectRequest(get ->
                                                        get.bucket(BUCKET)
                                                                .key("originals/demo/1")
                                                                .responseContentDisposition(
                                                                        "attachment; filename=\"Party 1.jpg\"")))
                                .url()
                                .toString());

        HttpResponse<byte[]> download =
                http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());

        assertThat(download.statusCode()).isEqualTo(200);
        assertThat(download.body()).isEqualTo(PHOTO);
        assertThat(download.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"Party 1.jpg\"");
    }

    @Test
    void the_sdk_is_served_and_refused_like_on_aws() {
        S3Client s3 = client(uploader);
        s3.putObject(
                put -> put.bucket(BUCKET).key("originals/demo/2").cacheControl("no-store"),
                RequestBody.fromBytes(PHOTO));

        assertThat(
                        s3.headObject(head -> head.bucket(BUCKET).key("originals/demo/2"))
                                .contentLength())
                .isEqualTo(PHOTO.length);
        assertThatThrownBy(() -> s3.deleteObject(del -> del.bucket(BUCKET).key("originals/demo/2")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refused -> {
                            assertThat(refused.statusCode()).isEqualTo(403);
                            assertThat(refused.awsErrorDetails().errorCode())
                                    .isEqualTo("AccessDenied");
                        });
        assertThatThrownBy(() -> s3.listObjectsV2(list -> list.bucket(BUCKET)))
                .isInstanceOf(S3Exception.class);
        assertThatThrownBy(s3::listBuckets).isInstanceOf(S3Exception.class);
    }

    @Test
    void who_may_not_list_is_not_told_that_an_object_is_absent() {
        S3Client blind = client(uploader);
        S3Client seeing = client(role("s3:GetObject", "s3:ListBucket"));

        assertThatThrownBy(() -> blind.headObject(head -> head.bucket(BUCKET).key("originals/x")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        assertThatThrownBy(() -> seeing.headObject(head -> head.bucket(BUCKET).key("originals/x")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void several_objects_are_deleted_at_once_but_only_those_allowed() {
        Principal purger = role("s3:PutObject", "s3:DeleteObject");
        S3Client s3 = client(purger);
        s3.putObject(put -> put.bucket(BUCKET).key("originals/a"), RequestBody.fromBytes(PHOTO));

        List<ObjectIdentifier> both =
                List.of(
                        ObjectIdentifier.builder().key("originals/a").build(),
                        ObjectIdentifier.builder().key("media/b").build());
        var response = s3.deleteObjects(del -> del.bucket(BUCKET).delete(it -> it.objects(both)));

        assertThat(response.deleted()).extracting("key").containsExactly("originals/a");
        assertThat(response.errors()).extracting("code").containsExactly("AccessDenied");
    }

    private static byte[] randomBytes(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
