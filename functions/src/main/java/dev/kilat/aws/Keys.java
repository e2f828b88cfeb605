package dev.kilat.aws;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.PhotoId;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The keys of the gallery table, all in one place.
final class Keys {
    /// Tickets and photos that are not done are listed over this many partitions.
    static final int UNFINISHED_SHARDS = 8;

    /// An event's totals are the sums over this many rows.
    static final int TOTAL_SHARDS = 16;

    private Keys() {}

    static Map<String, AttributeValue> event(EventSlug event) {
        return Attributes.key("EVENT#" + event, "META");
    }

    static Map<String, AttributeValue> eventListed(EventSlug event) {
        return Attributes.key("EVENTS", event.value());
    }

    static final String PURGED = "PURGED";

    static Map<String, AttributeValue> purged(EventSlug event) {
        return Attributes.key(PURGED, event.value());
    }

    static Map<String, AttributeValue> head(EventSlug event) {
        return Attributes.key("HEAD#" + event, "HEAD");
    }

    static String changes(EventSlug event) {
        return "CHANGES#" + event;
    }

    static Map<String, AttributeValue> change(EventSlug event, long seq) {
        return Attributes.key(changes(event), sequence(seq));
    }

    static String photos(EventSlug event) {
        return "PHOTOS#" + event;
    }

    static Map<String, AttributeValue> photoState(EventSlug event, long addedAt) {
        return Attributes.key(photos(event), sequence(addedAt));
    }

    static Map<String, AttributeValue> photo(PhotoId id) {
        return Attributes.key("PHOTO#" + id, "PHOTO");
    }

    static String waiting(EventSlug event) {
        return "WAITING#" + event;
    }

    static Map<String, AttributeValue> waiting(EventSlug event, String name) {
        return Attributes.key(waiting(event), name);
    }

    /// What became of those that waited.
    static String settled(EventSlug event) {
        return "SETTLED#" + event;
    }

    static Map<String, AttributeValue> settled(EventSlug event, String name) {
        return Attributes.key(settled(event), name);
    }

    static String comments(PhotoId photo) {
        return "COMMENTS#" + photo;
    }

    static Map<String, AttributeValue> comment(PhotoId photo, long seq) {
        return Attributes.key(comments(photo), sequence(seq));
    }

    /// Says which comment has this id, and goes on saying that one had it.
    static Map<String, AttributeValue> commentId(CommentId id) {
        return Attributes.key("COMMENT#" + id, "COMMENT");
    }

    static String commentsListed(EventSlug event) {
        return "COMMENTED#" + event;
    }

    static Map<String, AttributeValue> commentListed(EventSlug event, long seq) {
        return Attributes.key(commentsListed(event), sequence(seq));
    }

    static String likes(PhotoId photo) {
        return "LIKE#" + photo;
    }

    static String totals(EventSlug event) {
        return "TOTALS#" + event;
    }

    /// Likes of one photo meet at its own row already; those of others hardly ever meet here.
    static Map<String, AttributeValue> total(EventSlug event, PhotoId photo) {
        return Attributes.key(
                totals(event),
                String.format("%02d", Math.floorMod(photo.hashCode(), TOTAL_SHARDS)));
    }

    static String hashes(EventSlug event) {
        return "SHA#" + event;
    }

    static Map<String, AttributeValue> hash(EventSlug event, String sha256) {
        return Attributes.key(hashes(event), sha256);
    }

    static String unfinished(int shard) {
        return "UNFINISHED#" + shard;
    }

    static Map<String, AttributeValue> unfinished(PhotoId id) {
        return Attributes.key(
                unfinished(Math.floorMod(id.hashCode(), UNFINISHED_SHARDS)), id.value());
    }

    static Map<String, AttributeValue> admin(String username) {
        return Attributes.key("ADMIN#" + username, "ADMIN");
    }

    static Map<String, AttributeValue> rate(String what, String who) {
        return Attributes.key("RATE#" + what + "#" + who, "RATE");
    }

    /// Twelve digits, so that text order is number order.
    static String sequence(long seq) {
        return String.format("%012d", seq);
    }
}
