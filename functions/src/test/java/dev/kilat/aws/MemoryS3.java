package dev.kilat.aws;

import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Keys of objects, listed two at a time.
final class MemoryS3 implements S3Client {
    /// `{bucket}/{key}`
    final NavigableSet<String> objects = new ConcurrentSkipListSet<>();

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        String all = request.bucket() + "/" + request.prefix();
        String from = request.continuationToken() == null ? all : request.continuationToken();
        List<String> rest =
                objects.tailSet(from, request.continuationToken() == null).stream()
                        .filter(key -> key.startsWith(all))
                        .toList();
        List<String> page = rest.stream().limit(2).toList();
        boolean more = rest.size() > page.size();
        return ListObjectsV2Response.builder()
                .contents(
                        page.stream()
                                .map(key -> key.substring(request.bucket().length() + 1))
                                .map(key -> S3Object.builder().key(key).build())
                                .toList())
                .isTruncated(more)
                .nextContinuationToken(more ? page.getLast() : null)
                .build();
    }

    @Override
    public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
        request.delete()
                .objects()
                .forEach(object -> objects.remove(request.bucket() + "/" + object.key()));
        return DeleteObjectsResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return "s3";
    }

    @Override
    public void close() {}
}
