package dev.kilat.infra;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// The HTTP API: an explicit route a call, an integration a function.
final class Api {
    /// No address and no token: what a guest did is none of the log's business.
    private static final String ACCESS_LOG =
            """
            {"request_id":"$context.requestId","time":"$context.requestTime","route":"$context.routeKey",\
            "status":"$context.status","bytes":"$context.responseLength","milliseconds":"$context.responseLatency",\
            "integration_error":"$context.integrationErrorMessage"}\
            """;

    final HttpApi http;

    Api(Construct scope) {
        http =
                HttpApi.Builder.create(scope, "HttpApi")
                        .description("Kilat: guests and admins")
                        .createDefaultStage(false)
                        .build();
        var logs =
                LogGroup.Builder.create(scope, "HttpAccessLogs")
                        .retention(RetentionDays.ONE_MONTH)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build();
        CfnStage.Builder.create(scope, "HttpStage")
                .apiId(http.getApiId())
                .stageName("$default")
                .autoDeploy(true)
                // A hall of guests opening the page at once; still far below the account's 10,000 a
                // second.
                .defaultRouteSettings(
                        CfnStage.RouteSettingsProperty.builder()
                                .throttlingRateLimit(1000)
                                .throttlingBurstLimit(2000)
                                .build())
                .accessLogSettings(
                        CfnStage.AccessLogSettingsProperty.builder()
                                .destinationArn(logs.getLogGroupArn())
                                .format(ACCESS_LOG)
                                .build())
                .build();
    }

    void route(KilatFunction function, List<String> routeKeys) {
        var integration = new HttpLambdaIntegration(function.name, function.alias);
        for (var routeKey : routeKeys) {
            var space = routeKey.indexOf(' ');
            http.addRoutes(
                    AddRoutesOptions.builder()
                            .methods(List.of(HttpMethod.valueOf(routeKey.substring(0, space))))
                            .path(routeKey.substring(space + 1))
                            .integration(integration)
                            .build());
        }
    }
}
