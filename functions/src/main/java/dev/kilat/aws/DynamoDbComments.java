package dev.kilat.aws;

import static dev.kilat.aws.Attributes.number;
import static dev.kilat.aws.Attributes.text;

import dev.kilat.event.EventSlug;
import dev.kilat.photo.Comment;
import dev.kilat.photo.CommentId;
import dev.kilat.photo.PhotoId;
import dev.kilat.social.Comments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// Comments on the gallery table. What is written there by which commit stands in [CommentWrites].
public final class DynamoDbComments implements Comments {
    private static final int MOST_GETS = 100;

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoDbComments(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Lookup find(CommentId id) {
        Optional<Map<String, AttributeValue>> which = item(Keys.commentId(id));
        if (which.isEmpty()) {
            return new Lookup.Never();
        }
        PhotoId photo = new PhotoId(text(which.get(), "photo_id"));
        return item(Keys.comment(photo, number(which.get(), "seq")))
                .map(CommentItem::read)
                .<Lookup>map(Lookup.Written::new)
                .orElseGet(Lookup.Deleted::new);
    }

    @Override
    public List<Comment> visible(PhotoId photo, int limit) {
        List<Comment> newestFirst = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            Rows rows = newest(Keys.comments(photo), limit, from);
            rows.items().stream()
                    .map(CommentItem::read)
                    .filter(comment -> !comment.hidden())
                    .limit(limit - newestFirst.size())
                    .forEach(newestFirst::add);
            from = rows.next();
        } while (!from.isEmpty() && newestFirst.size() < limit);
        return newestFirst.reversed();
    }

    @Override
    public List<Comment> latest(EventSlug event, int limit) {
        List<Comment> latest = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            Rows rows = newest(Keys.commentsListed(event), limit - latest.size(), from);
            latest.addAll(listed(rows.items()));
            from = rows.next();
        } while (!from.isEmpty() && latest.size() < limit);
        return latest;
    }

    @Override
    public long total(EventSlug event) {
        return item(Keys.head(event))
                .flatMap(head -> Attributes.numberIf(head, "comment_count"))
                .orElse(0L);
    }

    private List<Comment> listed(List<Map<String, AttributeValue>> rows) {
        List<Comment> comments = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += MOST_GETS) {
            comments.addAll(
                    got(
                            rows.subList(from, Math.min(from + MOST_GETS, rows.size())).stream()
                                    .map(row ->
                                            Keys.comment(
                                                    new PhotoId(text(row, "photo_id")),
                                                    number(row, "seq")))
                                    .toList()));
        }
        comments.sort(Comparator.comparingLong(Comment::seq).reversed());
        return comments;
    }

    private List<Comment> got(List<Map<String, AttributeValue>> keys) {
        List<Comment> comments = new ArrayList<>();
        Map<String, KeysAndAttributes> left =
                Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
        while (!left.isEmpty()) {
            Map<String, KeysAndAttributes> now = left;
            var answer = dynamo.batchGetItem(get -> get.requestItems(now));
            answer.responses().getOrDefault(table, List.of()).stream()
                    .map(CommentItem::read)
                    .forEach(comments::add);
            left = answer.unprocessedKeys();
        }
        return comments;
    }

    private Rows newest(String partition, int limit, Map<String, AttributeValue> from) {
        var answer =
                dynamo.query(query ->
                        query.tableName(table)
                                .consistentRead(true)
                                .scanIndexForward(false)
                                .limit(limit)
                                .exclusiveStartKey(from.isEmpty() ? null : from)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", Attributes.text(partition))));
        return new Rows(answer.items(), answer.lastEvaluatedKey());
    }

    private Optional<Map<String, AttributeValue>> item(Map<String, AttributeValue> key) {
        return Optional.of(
                        dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)))
                .filter(answer -> answer.hasItem())
                .map(answer -> answer.item());
    }

    /// @param next where the next rows start, empty at the end
    private record Rows(
            List<Map<String, AttributeValue>> items, Map<String, AttributeValue> next) {}
}
