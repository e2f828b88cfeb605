package dev.kilat.infra;

import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnRouteResponse;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.apigatewayv2.WebSocketApi;
import software.amazon.awscdk.services.apigatewayv2.WebSocketStage;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Permission;

/// The WebSocket API. Its one stage is named as the pages' path, so that CloudFront passes `/live`
/// on as it came.
final class LiveApi {
    static final String STAGE = "live";

    final WebSocketApi webSocket;
    private final Stack stack;

    LiveApi(Stack stack) {
        this.stack = stack;
        webSocket =
                WebSocketApi.Builder.create(stack, "LiveApi")
                        .description("Kilat: frames to open pages")
                        .build();
        WebSocketStage.Builder.create(stack, "LiveStage")
                .webSocketApi(webSocket)
                .stageName(STAGE)
                .autoDeploy(true)
                // API Gateway itself opens at most 500 connections a second for an account.
                .throttle(ThrottleSettings.builder().rateLimit(1000).burstLimit(1000).build())
                .build();
    }

    /// By hand: the CDK's own WebSocketRoute gives a `$default` route and its response one and the
    /// same logical id.
    void route(KilatFunction function) {
        var integration =
                CfnIntegration.Builder.create(stack, "LiveIntegration")
                        .apiId(webSocket.getApiId())
                        .integrationType("AWS_PROXY")
                        .integrationUri(invocationOf(function))
                        .build();
        for (var key : List.of("$connect", "$disconnect", "$default")) {
            route(key, integration);
        }
        function.alias.addPermission(
                "LiveInvoke",
                Permission.builder()
                        .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                        .sourceArn(arn(STAGE + "/*"))
                        .build());
    }

    private void route(String key, CfnIntegration integration) {
        var id = "LiveRoute" + key.substring(1);
        var answers = key.equals("$default");
        var route =
                CfnRoute.Builder.create(stack, id)
                        .apiId(webSocket.getApiId())
                        .routeKey(key)
                        .authorizationType("NONE")
                        .target("integrations/" + integration.getRef())
                        .routeResponseSelectionExpression(answers ? "$default" : null)
                        .build();
        if (answers) {
            // What the function answers to a frame goes back on the socket.
            CfnRouteResponse.Builder.create(stack, id + "Response")
                    .apiId(webSocket.getApiId())
                    .routeId(route.getRef())
                    .routeResponseKey("$default")
                    .build();
        }
    }

    private String invocationOf(KilatFunction function) {
        return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
                .formatted(
                        stack.getPartition(), stack.getRegion(), function.alias.getFunctionArn());
    }

    private String arn(String what) {
        return stack.formatArn(
                ArnComponents.builder()
                        .service("execute-api")
                        .resource(webSocket.getApiId())
                        .resourceName(what)
                        .build());
    }

    String domain() {
        return webSocket.getApiId()
                + ".execute-api."
                + stack.getRegion()
                + "."
                + stack.getUrlSuffix();
    }

    /// Where functions post frames to a connection.
    String callbackUrl() {
        return "https://" + domain() + "/" + STAGE;
    }

    /// The right to post to any connection of the stage; never to read who is connected.
    String connectionsArn() {
        return arn(STAGE + "/POST/@connections/*");
    }

    /// The right to cut off any connection of the stage.
    String hangUpArn() {
        return arn(STAGE + "/DELETE/@connections/*");
    }
}
