package dev.kilat.aws;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.PhotoId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The objects of an event, in both buckets.
final class EventObjects {
    private final S3Client s3;
    private final String originals;
    private final String media;
    private final InstantSource clock;

    EventObjects(S3Client s3, String originals, String media, InstantSource clock) {
        this.s3 = s3;
        this.originals = originals;
        this.media = media;
        this.clock = clock;
    }

    /// @return whether all are gone by `end`
    boolean delete(EventSlug event, Instant end) {
        return folders(event).entrySet().stream()
                .allMatch(folder -> delete(folder.getValue(), folder.getKey(), end));
    }

    private boolean delete(String bucket, String prefix, Instant end) {
        while (clock.instant().isBefore(end)) {
            List<S3Object> found =
                    s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)).contents();
            if (found.isEmpty()) {
                return true;
            }
            delete(bucket, found);
        }
        return false;
    }

    /// Deletes the objects of photos that nobody knows.
    ///
    /// @param asked objects of photos whose tickets were asked for later are left alone. Keys are
    ///   in the order of those tickets, so that an event that has the slug by now is not read.
    void deleteOrphans(EventSlug event, Instant asked, Predicate<PhotoId> known) {
        folders(event)
                .forEach((prefix, bucket) -> {
                    List<S3Object> orphans =
                            s3
                                    .listObjectsV2Paginator(
                                            list -> list.bucket(bucket).prefix(prefix))
                                    .contents()
                                    .stream()
                                    .takeWhile(object -> photo(object).askedAt().isBefore(asked))
                                    .filter(object -> !known.test(photo(object)))
                                    .toList();
                    for (int from = 0; from < orphans.size(); from += 1000) {
                        delete(
                                bucket,
                                orphans.subList(from, Math.min(from + 1000, orphans.size())));
                    }
                });
    }

    private void delete(String bucket, List<S3Object> objects) {
        List<ObjectIdentifier> keys =
                objects.stream()
                        .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                        .toList();
        s3.deleteObjects(delete -> delete.bucket(bucket).delete(all -> all.objects(keys)));
    }

    private Map<String, String> folders(EventSlug event) {
        return Map.of(
                "originals/" + event + "/", originals,
                "downloads/" + event + "/", originals,
                "media/" + event + "/", media);
    }

    /// `{folder}/{slug}/{photo_id}…`
    private static PhotoId photo(S3Object object) {
        return new PhotoId(object.key().split("/", 4)[2]);
    }
}
