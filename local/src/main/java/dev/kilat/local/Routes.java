package dev.kilat.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilat.local.function.FunctionSpec;
import dev.kilat.local.gateway.HttpRoute;
import dev.kilat.local.gateway.SocketRoute;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import dev.kilat.local.template.TemplateException;
import java.util.ArrayList;
import java.util.List;

/// The routes of both APIs, each with the function behind its integration.
///
/// @param socketApiId id of the WebSocket API
/// @param socketStage name of its stage
record Routes(
        List<HttpRoute> http, List<SocketRoute> sockets, String socketApiId, String socketStage) {

    static Routes of(Assembly assembly, List<FunctionSpec> functions) {
        Resource socketApi = api(assembly, "WEBSOCKET");
        String socketApiId = assembly.ref(socketApi);
        List<HttpRoute> http = new ArrayList<>();
        List<SocketRoute> sockets = new ArrayList<>();
        for (Resource route : assembly.ofType("AWS::ApiGatewayV2::Route")) {
            JsonNode properties = assembly.properties(route);
            String key = properties.path("RouteKey").asText();
            String function = function(assembly, properties, functions).id();
            if (properties.path("ApiId").asText().equals(socketApiId)) {
                sockets.add(
                        new SocketRoute(
                                key, function, properties.has("RouteResponseSelectionExpression")));
            } else {
                http.add(new HttpRoute(key, function));
            }
        }
        return new Routes(http, sockets, socketApiId, stage(assembly, socketApiId));
    }

    private static Resource api(Assembly assembly, String protocol) {
        return assembly.ofType("AWS::ApiGatewayV2::Api").stream()
                .filter(api ->
                        assembly.properties(api).path("ProtocolType").asText().equals(protocol))
                .findFirst()
                .orElseThrow(
                        () -> new TemplateException("The template has no " + protocol + " API"));
    }

    private static FunctionSpec function(
            Assembly assembly, JsonNode route, List<FunctionSpec> functions) {
        String target = route.path("Target").asText().replace("integrations/", "");
        return assembly.ofType("AWS::ApiGatewayV2::Integration").stream()
                .filter(integration -> assembly.ref(integration).equals(target))
                .map(assembly::properties)
                .map(integration ->
                        FunctionSpec.named(functions, integration.path("IntegrationUri").asText()))
                .findFirst()
                .orElseThrow(() ->
                        new TemplateException(
                                "Route %s has no integration".formatted(route.path("RouteKey"))));
    }

    private static String stage(Assembly assembly, String apiId) {
        return assembly.ofType("AWS::ApiGatewayV2::Stage").stream()
                .map(assembly::properties)
                .filter(stage -> stage.path("ApiId").asText().equals(apiId))
                .map(stage -> stage.path("StageName").asText())
                .findFirst()
                .orElseThrow(() -> new TemplateException("The WebSocket API has no stage"));
    }
}
