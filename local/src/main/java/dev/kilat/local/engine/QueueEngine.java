package dev.kilat.local.engine;

import dev.kilat.local.bill.Meter;
import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.Region;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.pattern.Patterns;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.actor.QueueManagerActor;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.sql.SqlQueuePersistenceActor;
import org.elasticmq.persistence.sql.SqlQueuePersistenceConfig;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder$;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;
import org.elasticmq.util.NowProvider;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;
import scalikejdbc.ConnectionPool$;
import scalikejdbc.ConnectionPoolSettings;

/// ElasticMQ, behind a guard.
///
/// With a data directory, queues and their messages are kept in an H2 database: what was queued
/// when the machine went down is delivered after it comes up, as SQS would.
public final class QueueEngine implements AutoCloseable {
    /// By itself H2 writes half a second after it says that it has: who is killed in between
    /// forgets messages whose sender was answered.
    private static final String WRITE_AT_ONCE = ";WRITE_DELAY=0";

    private static final Duration PATIENCE = Duration.create(10, TimeUnit.SECONDS);

    private final ActorSystem actors;
    private final SQSRestServer elasticMq;
    private final HttpServer server;
    private final String account;

    private QueueEngine(
            ActorSystem actors, SQSRestServer elasticMq, HttpServer server, String account) {
        this.account = account;
        this.actors = actors;
        this.elasticMq = elasticMq;
        this.server = server;
    }

    public static QueueEngine start(@Nullable Path data, Principals principals, Region region) {
        return start(data, principals, region, Meter.NONE);
    }

    public static QueueEngine start(
            @Nullable Path data, Principals principals, Region region, Meter meter) {
        ActorSystem actors = ActorSystem.create("elasticmq");
        TheSQSRestServerBuilder builder =
                SQSRestServerBuilder$.MODULE$
                        .withActorSystem(actors)
                        .withInterface("127.0.0.1")
                        .withDynamicPort()
                        .withAWSRegion(region.name())
                        .withAWSAccountId(region.account());
        if (data != null) {
            builder = persistent(builder, actors, data);
        }
        SQSRestServer elasticMq = builder.start();
        int port = elasticMq.waitUntilStarted().localAddress().getPort();
        Guard guard =
                new Guard(
                        principals,
                        new QueueRules(region),
                        Metered.service(
                                new Forward(URI.create("http://127.0.0.1:" + port)),
                                new QueueTariff(),
                                meter));
        return new QueueEngine(
                actors, elasticMq, HttpServer.onLoopback("sqs", guard), region.account());
    }

    private static TheSQSRestServerBuilder persistent(
            TheSQSRestServerBuilder builder, ActorSystem actors, Path data) {
        String url = "jdbc:h2:" + data.toAbsolutePath().resolve("queues") + WRITE_AT_ONCE;
        HeldMessages.release(url);
        SqlQueuePersistenceConfig config =
                new SqlQueuePersistenceConfig(true, "org.h2.Driver", url, "", "", false);
        // ElasticMQ opens its one pool only the first time in a JVM; a second start may mean
        // another directory.
        ConnectionPool$ pools = ConnectionPool$.MODULE$;
        ConnectionPoolSettings settings = pools.singleton$default$4();
        pools.singleton(url, "", "", settings, pools.singleton$default$5(url, "", "", settings));
        ActorRef keeper =
                actors.actorOf(
                        Props.create(
                                SqlQueuePersistenceActor.class,
                                () ->
                                        new SqlQueuePersistenceActor(
                                                config,
                                                scala.collection.immutable.List$.MODULE$.empty())));
        ActorRef queues =
                actors.actorOf(
                        Props.create(
                                QueueManagerActor.class,
                                () ->
                                        new QueueManagerActor(
                                                new NowProvider(),
                                                StrictSQSLimits$.MODULE$,
                                                Option.apply(keeper))));
        Patterns.ask(keeper, new QueueEvent.Restore(queues), java.time.Duration.ofSeconds(10))
                .toCompletableFuture()
                .join();
        return builder.withQueueManagerActor(queues).withQueueEventListener(keeper);
    }

    /// Where a queue is on this machine.
    public String url(Queue queue) {
        return "%s/%s/%s".formatted(endpoint(), account, queue.name());
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
        elasticMq.stopAndWait();
        try {
            Await.result(actors.terminate(), PATIENCE);
        } catch (Exception e) {
            throw new IllegalStateException("ElasticMQ did not stop", e);
        }
        ConnectionPool$.MODULE$.closeAll();
    }
}
