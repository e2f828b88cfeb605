package dev.kilat.bench.store;

import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Counts what is read from the table, and the bytes of the answers.
public final class ReadMeter implements ExecutionInterceptor {
    private final AtomicLong queried = new AtomicLong();
    private final AtomicLong gotten = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.response()) {
            case QueryResponse query -> queried.addAndGet(query.scannedCount());
            case GetItemResponse get -> gotten.addAndGet(get.hasItem() ? 1 : 0);
            case BatchGetItemResponse batch ->
                    batch.responses().values().forEach(rows -> gotten.addAndGet(rows.size()));
            default -> {}
        }
        bytes.addAndGet(
                context.httpResponse()
                        .firstMatchingHeader("content-length")
                        .map(Long::parseLong)
                        .orElse(0L));
    }

    /// What was read during some work.
    public Read during(Runnable work) {
        Read before = now();
        work.run();
        Read after = now();
        return new Read(
                after.queried() - before.queried(),
                after.gotten() - before.gotten(),
                after.bytes() - before.bytes());
    }

    private Read now() {
        return new Read(queried.get(), gotten.get(), bytes.get());
    }

    /// @param queried rows that queries looked at, whether answered or filtered out
    /// @param gotten rows asked for by their keys
    public record Read(long queried, long gotten, long bytes) {
        public long rows() {
            return queried + gotten;
        }
    }
}
