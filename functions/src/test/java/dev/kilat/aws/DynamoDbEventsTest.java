package dev.kilat.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilat.event.Events;
import dev.kilat.event.EventsContract;
import dev.kilat.photo.Samples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class DynamoDbEventsTest extends EventsContract {
    @RegisterExtension final DynamoDbLocal dynamo = new DynamoDbLocal();

    @Override
    protected Events events() {
        return new DynamoDbEvents(dynamo.client(), dynamo.galleryTable());
    }

    @Test
    void making_and_purging_an_event_are_tried_again_when_they_meet_another_transaction() {
        AtomicInteger conflicts = new AtomicInteger(2);
        Events events = new DynamoDbEvents(meeting(conflicts), dynamo.galleryTable());
        assertThat(events.create(Samples.event(Samples.WEDDING))).isTrue();
        conflicts.set(2);
        assertThat(events.startPurge(Samples.WEDDING)).isTrue();
        assertThat(conflicts).hasValue(0);
        assertThat(events.find(Samples.WEDDING)).isEmpty();
    }

    /// The engine, where the first transactions meet another one.
    private DynamoDbClient meeting(AtomicInteger conflicts) {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        DynamoDbClient.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("transactWriteItems")
                                    && conflicts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                                throw TransactionCanceledException.builder()
                                        .cancellationReasons(
                                                CancellationReason.builder()
                                                        .code("TransactionConflict")
                                                        .build())
                                        .build();
                            }
                            try {
                                return method.invoke(dynamo.client(), arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
    }
}
