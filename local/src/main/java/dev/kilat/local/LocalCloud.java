package dev.kilat.local;

import dev.kilat.local.bill.Meter;
import dev.kilat.local.engine.DynamoDbEngine;
import dev.kilat.local.engine.ObjectCreated;
import dev.kilat.local.engine.ObjectEngine;
import dev.kilat.local.engine.Ports;
import dev.kilat.local.engine.Queue;
import dev.kilat.local.engine.QueueEngine;
import dev.kilat.local.engine.Secrets;
import dev.kilat.local.engine.SecretsEngine;
import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.function.Functions;
import dev.kilat.local.function.HandlerFactory;
import dev.kilat.local.function.WiredHandlers;
import dev.kilat.local.gateway.Gateway;
import dev.kilat.local.gateway.GatewaySettings;
import dev.kilat.local.gateway.Limits;
import dev.kilat.local.iam.LeastPrivilege;
import dev.kilat.local.iam.Principal;
import dev.kilat.local.iam.Principals;
import dev.kilat.local.template.Addresses;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Region;
import dev.kilat.local.template.TemplateException;
import dev.kilat.local.trigger.Triggers;
import java.net.URI;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The cloud of the template, on this machine. One at a time in a JVM: the SDK's endpoints are
/// settings of the JVM.
public final class LocalCloud implements AutoCloseable {
    private static final Region REGION = Region.LOCAL;

    private final LocalSettings settings;
    private final Meter meter;
    private final Principals principals = new Principals();
    private final Deque<AutoCloseable> running = new ConcurrentLinkedDeque<>();
    private final int port;
    private final int s3Port;
    private final Hosts hosts;
    private String adminPassword = "";
    private Optional<String> restored = Optional.empty();
    private @Nullable Blueprint plan;
    private @Nullable Triggers triggers;

    private LocalCloud(LocalSettings settings, Meter meter) {
        this.settings = settings;
        this.meter = meter;
        this.port = Ports.orFree(settings.port());
        this.s3Port = Ports.orFree(settings.s3Port());
        this.hosts = Hosts.of(settings.host());
    }

    /// Returns when everything answers. What has started by then is stopped again if something
    /// cannot.
    ///
    /// @throws TemplateException if the template says what the local cloud cannot play
    public static LocalCloud start(LocalSettings settings) {
        return start(settings, Meter.NONE);
    }

    /// The same, counting what AWS would bill.
    public static LocalCloud start(LocalSettings settings, Meter meter) {
        LocalCloud cloud = new LocalCloud(settings, meter);
        try {
            cloud.start();
            return cloud;
        } catch (RuntimeException | Error e) {
            cloud.close();
            throw e;
        }
    }

    private void start() {
        EngineLogs.quieten();
        Blueprint blueprint = Blueprint.of(Assembly.load(settings.assembly(), REGION));
        plan = blueprint;
        Map<String, Principal> roles = blueprint.issueCredentials(principals);
        Storage storage = running(Storage.of(settings.data()));
        restored = storage.restored();
        Secrets secrets = Secrets.of(blueprint.assembly(), storage.secrets());
        administer(blueprint, secrets);
        CompletableFuture<Consumer<ObjectCreated>> created = new CompletableFuture<>();

        try (ExecutorService side = Executors.newVirtualThreadPerTaskExecutor()) {
            var objects =
                    side.submit(() ->
                            running(
                                    ObjectEngine.start(
                                            storage.objects(),
                                            settings.host(),
                                            s3Port,
                                            blueprint.buckets(),
                                            principals,
                                            object -> created.join().accept(object),
                                            meter)));
            var database =
                    side.submit(() ->
                            running(
                                    DynamoDbEngine.start(
                                            storage.database(), principals, REGION, meter)));
            var queues =
                    side.submit(() ->
                            running(
                                    QueueEngine.start(
                                            storage.queues(), principals, REGION, meter)));
            var values =
                    side.submit(() -> running(SecretsEngine.start(secrets.values(), principals)));
            wire(
                    blueprint,
                    roles,
                    created,
                    await(objects),
                    await(database),
                    await(queues),
                    await(values));
        }
    }

    private void wire(
            Blueprint blueprint,
            Map<String, Principal> roles,
            CompletableFuture<Consumer<ObjectCreated>> created,
            ObjectEngine objects,
            DynamoDbEngine database,
            QueueEngine queues,
            SecretsEngine secrets) {
        Endpoints endpoints =
                new Endpoints(
                        URI.create(s3Origin()),
                        database.endpoint(),
                        queues.endpoint(),
                        secrets.endpoint(),
                        REGION);
        endpoints.publish();
        create(blueprint, endpoints, queues);

        HandlerFactory handlers =
                new WiredHandlers(roles, addresses(blueprint, endpoints), restored, REGION.name());
        Functions functions = new Functions(blueprint.functions(), handlers, meter);
        TriggerRights.check(blueprint, roles, principals);
        triggers =
                running(
                        new Triggers(
                                blueprint.triggers(),
                                functions,
                                blueprint.queues().stream()
                                        .collect(Collectors.toMap(Queue::arn, queues::url)),
                                function -> endpoints.sqs(credentials(roles, function)),
                                settings.disorder(),
                                REGION));
        created.complete(triggers.objectCreated());
        functions.start();
        Routes routes = blueprint.routes();
        running(
                Gateway.start(
                        new GatewaySettings(
                                settings.host(),
                                port,
                                settings.web(),
                                routes.http(),
                                routes.sockets(),
                                routes.socketStage(),
                                REGION.arn("execute-api", routes.socketApiId()),
                                s3Origin(),
                                publicOrigin(),
                                Limits.ofAws()),
                        functions,
                        principals,
                        objects.media(blueprint.variable("MEDIA_BUCKET").orElseThrow()),
                        meter));
        triggers.start();
    }

    private void create(Blueprint blueprint, Endpoints endpoints, QueueEngine queues) {
        var root = principals.root().credentials();
        try (DynamoDbClient dynamo = endpoints.dynamoDb(root);
                SqsClient sqs = endpoints.sqs(root)) {
            blueprint.tables().forEach(table -> table.create(dynamo));
            blueprint.queues().forEach(queue -> queue.create(sqs, queues.url(queue)));
        }
    }

    private Addresses addresses(Blueprint blueprint, Endpoints endpoints) {
        Addresses addresses = new Addresses();
        blueprint.distributions().forEach(cdn -> addresses.map(cdn, publicOrigin()));
        String socketApi =
                "https://%s.execute-api.%s.%s"
                        .formatted(
                                blueprint.routes().socketApiId(),
                                REGION.name(),
                                REGION.urlSuffix());
        return addresses
                .map(socketApi, "http://%s:%d".formatted(hosts.objects(), port))
                .map(
                        "https://sqs.%s.%s".formatted(REGION.name(), REGION.urlSuffix()),
                        endpoints.sqs().toString());
    }

    private static AwsCredentials credentials(Map<String, Principal> roles, FunctionSpec function) {
        Principal role = roles.get(function.id());
        if (role == null) {
            throw new IllegalStateException(function.id() + " has no credentials");
        }
        return role.credentials();
    }

    private void administer(Blueprint blueprint, Secrets secrets) {
        blueprint
                .variable("ADMIN_SECRET_ID")
                .ifPresent(arn -> {
                    settings.adminPassword()
                            .ifPresent(password -> secrets.override(arn, "password", password));
                    adminPassword = secrets.field(arn, "password");
                });
    }

    /// What guests open, without a trailing slash.
    public String publicOrigin() {
        return "http://%s:%d".formatted(hosts.pages(), port);
    }

    /// Where browsers put photos.
    public String s3Origin() {
        return "http://%s:%d".formatted(hosts.objects(), s3Port);
    }

    /// Of the user `admin`.
    public String adminPassword() {
        return adminPassword;
    }

    /// The account's owner, who may do everything: for looking into the engines.
    public AwsCredentials owner() {
        return principals.root().credentials();
    }

    /// An environment variable as the functions have it, such as `GALLERY_TABLE`.
    public String variable(String name) {
        return Objects.requireNonNull(plan, "not started").variable(name).orElseThrow();
    }

    /// Takes a step of whose objects S3 tells nobody, as it may happen for a while.
    public <T> T inSilence(Supplier<T> step) {
        return Objects.requireNonNull(triggers, "not started").inSilence(step);
    }

    /// Runs what is scheduled at once.
    public void runSchedules() {
        Objects.requireNonNull(triggers, "not started").runSchedules();
    }

    /// What the roles may do and nothing has done so far.
    public LeastPrivilege leastPrivilege() {
        return principals.leastPrivilege();
    }

    /// The same as text, a line a grant.
    public String leastPrivilegeReport() {
        return leastPrivilege().text();
    }

    private static <T> T await(Future<T> starting) {
        try {
            return starting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(cause.getMessage(), cause);
        }
    }

    private <T extends AutoCloseable> T running(T started) {
        running.push(started);
        return started;
    }

    /// Stops in the reverse order of starting: what calls before what is called.
    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.getLogger(LocalCloud.class.getName())
                        .log(System.Logger.Level.WARNING, "Something did not stop cleanly", e);
            }
        }
    }
}
