package dev.kilat.infra;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// What may be rebuilt at any time: functions, APIs, queues, the CDN, alarms.
final class AppStack extends Stack {

    AppStack(
            Construct scope,
            String id,
            StackProps.Builder props,
            DataStack data,
            Settings settings,
            Artifacts artifacts) {
        super(scope, id, props.build());
        var queues = new Queues(this);
        var api = new Api(this);
        var live = new LiveApi(this);
        var pages = new Pages(this, artifacts);
        var cdn = new Cdn(this, pages.bucket, data.storage, api, live);
        var functions = new Functions(this, Platform.of(settings, artifacts));

        Variables.tell(functions, data, queues, live, cdn.origin());
        new Permissions(data, queues, live).grant(functions);
        new Triggers(this).wire(functions, data.storage, queues);
        api.route(functions.adminApi, Routes.ADMIN);
        api.route(functions.galleryApi, Routes.GALLERY);
        live.route(functions.liveConnection);

        var alerts = new Alerts(this, settings.alarmEmail());
        Alarms.watch(this, alerts.topic, functions, queues, api);
        Overview.draw(this, functions, queues, api, live);
        Budget.limit(this, alerts.topic, settings.monthlyBudgetUsd());

        output("GalleryUrl", "Where guests go", cdn.origin() + "/");
        output("AdminUrl", "Where the photographer goes", cdn.origin() + "/admin");
        output(
                "AdminPassword",
                "Prints how the admin logs in",
                "aws secretsmanager get-secret-value --query SecretString --output text --secret-id "
                        + data.secrets.admin.getSecretArn());
    }

    private void output(String id, String description, String value) {
        CfnOutput.Builder.create(this, id).description(description).value(value).build();
    }
}
