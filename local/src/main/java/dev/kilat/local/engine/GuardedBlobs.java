package dev.kilat.local.engine;

import dev.kilat.local.bill.Meter;
import dev.kilat.local.bill.Use;
import dev.kilat.local.iam.Authorizer;
import dev.kilat.local.iam.Principal;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// The objects of every bucket, as one caller may see and change them; and the place where S3
/// notices that one was created.
final class GuardedBlobs extends ForbiddenBlobs {
    private final Principal caller;
    private final Authorizer authorizer;
    private final Consumer<ObjectCreated> created;
    private final Meter meter;

    GuardedBlobs(
            BlobStore blobs,
            Principal caller,
            Authorizer authorizer,
            Consumer<ObjectCreated> created,
            Meter meter) {
        super(blobs);
        this.caller = caller;
        this.authorizer = authorizer;
        this.created = created;
        this.meter = meter;
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        require("s3:ListBucket", request.bucket());
        return delegate().list(request);
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        require("s3:ListBucket", request.bucket());
        return delegate().headBucket(request);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        require("s3:PutObject", request.bucket() + "/" + request.key());
        PutObjectResponse response = delegate().putBlob(request, payload);
        announce("Put", request.bucket(), request.key(), request.contentLength(), response.eTag());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        require("s3:GetObject", request.sourceBucket() + "/" + request.sourceKey());
        String bucket = request.destinationBucket();
        String key = request.destinationKey();
        require("s3:PutObject", bucket + "/" + key);
        CopyObjectResponse response = delegate().copyBlob(request);
        announce("Copy", bucket, key, null, response.copyObjectResult().eTag());
        return response;
    }

    @Override
    public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
        return read(request.bucket(), request.key(), () -> delegate().blobMetadata(request));
    }

    @Override
    public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
        return read(request.bucket(), request.key(), () -> delegate().getBlob(request));
    }

    @Override
    public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
        require("s3:DeleteObject", request.bucket() + "/" + request.key());
        return delegate().removeBlob(request);
    }

    @Override
    public MultipartUpload initiateMultipartUpload(CreateMultipartUploadRequest request) {
        require("s3:PutObject", request.bucket() + "/" + request.key());
        return delegate().initiateMultipartUpload(request);
    }

    @Override
    public UploadPartResponse uploadMultipartPart(
            MultipartUpload upload, UploadPartRequest request, InputStream payload) {
        require("s3:PutObject", request.bucket() + "/" + request.key());
        return delegate().uploadMultipartPart(upload, request, payload);
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        String bucket = request.bucket();
        String key = request.key();
        require("s3:PutObject", bucket + "/" + key);
        CompleteMultipartUploadResponse response =
                delegate().completeMultipartUpload(upload, request);
        announce("CompleteMultipartUpload", bucket, key, null, response.eTag());
        return response;
    }

    /// Whether there is no such object, S3 tells only those who may list the bucket.
    private <T> T read(String bucket, String key, Supplier<T> read) {
        require("s3:GetObject", bucket + "/" + key);
        try {
            return read.get();
        } catch (NoSuchKeyException absent) {
            require("s3:ListBucket", bucket);
            throw absent;
        }
    }

    private void require(String action, String path) {
        Authorizer.Decision decision =
                authorizer.check(
                        caller.credentials().accessKeyId(), action, "arn:aws:s3:::" + path);
        if (decision instanceof Authorizer.Decision.Denied(String message)) {
            throw new S3ProxyException(S3ErrorCode.ACCESS_DENIED, message);
        }
        meter.count(new Use.ObjectRequest(action));
    }

    private void announce(
            String operation, String bucket, String key, @Nullable Long size, String eTag) {
        long length = size == null ? delegate().blobMetadata(bucket, key).contentLength() : size;
        created.accept(
                new ObjectCreated(
                        bucket, key, operation, length, eTag.replace("\"", ""), Instant.now()));
    }
}
