package dev.kilat.bench.store;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Counts calls to the store, each by what it does and to which kind of row.
public final class CallMeter implements ExecutionInterceptor {
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        calls.computeIfAbsent(name(context.request()), _ -> new LongAdder()).increment();
    }

    private static String name(SdkRequest request) {
        return switch (request) {
            case GetItemRequest get -> "get " + row(get.key());
            case QueryRequest query -> "query " + kind(query.expressionAttributeValues(), ":pk");
            case UpdateItemRequest update -> "update " + row(update.key());
            case PutItemRequest put -> "put " + row(put.item());
            case DeleteItemRequest delete -> "delete " + row(delete.key());
            default -> request.getClass().getSimpleName().replace("Request", "");
        };
    }

    private static String row(Map<String, AttributeValue> key) {
        return kind(key, "pk");
    }

    private static String kind(Map<String, AttributeValue> values, String name) {
        return Objects.requireNonNull(values.get(name)).s().replaceFirst("#.*", "");
    }

    public void reset() {
        calls.clear();
    }

    /// @param works that made the calls
    /// @return calls of each kind a work, most first
    public String perWork(long works) {
        Map<String, Long> sums = new TreeMap<>();
        calls.forEach((name, count) -> sums.put(name, count.sum()));
        return "%.1f: ".formatted(sums.values().stream().mapToLong(it -> it).sum() * 1.0 / works)
                + sums.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(each ->
                                "%s %.2f".formatted(each.getKey(), each.getValue() * 1.0 / works))
                        .collect(Collectors.joining(", "));
    }
}
