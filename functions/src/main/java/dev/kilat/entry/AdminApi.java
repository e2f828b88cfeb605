package dev.kilat.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/// HTTP: the login, and what admins call.
public final class AdminApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final HttpFunction function;

    public AdminApi() {
        this(Wiring.onLambda());
    }

    public AdminApi(Wiring wiring) {
        function = new HttpFunction(wiring.adminRoutes());
        wiring.beforeSnapshot(() -> function.answer(wiring.eventList()));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return function.answer(event, context);
    }
}
