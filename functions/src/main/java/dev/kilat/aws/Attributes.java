package dev.kilat.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Writing and reading of DynamoDB attributes. Absent and null are the same: no attribute.
final class Attributes {
    private final Map<String, AttributeValue> item = new HashMap<>();

    static Attributes of(String pk, String sk) {
        return new Attributes().put("pk", pk).put("sk", sk);
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        return of(pk, sk).map();
    }

    Attributes put(String name, @Nullable String value) {
        return value == null ? this : put(name, text(value));
    }

    Attributes put(String name, long value) {
        return put(name, number(value));
    }

    Attributes put(String name, @Nullable Integer value) {
        return value == null ? this : put(name, number(value));
    }

    Attributes put(String name, @Nullable Instant value) {
        return value == null ? this : put(name, text(value.toString()));
    }

    Attributes put(String name, AttributeValue value) {
        item.put(name, value);
        return this;
    }

    Map<String, AttributeValue> map() {
        return item;
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue truth(boolean value) {
        return AttributeValue.fromBool(value);
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name), () -> "item has no attribute " + name).s();
    }

    static Optional<String> textIf(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
    }

    static Optional<Instant> instantIf(Map<String, AttributeValue> item, String name) {
        return textIf(item, name).map(Instant::parse);
    }

    static long number(Map<String, AttributeValue> item, String name) {
        return numberIf(item, name)
                .orElseThrow(() -> new IllegalStateException("item has no attribute " + name));
    }

    static Optional<Long> numberIf(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).map(AttributeValue::n).map(Long::valueOf);
    }
}
