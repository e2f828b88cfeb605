package dev.kilat.entry;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;

/// HTTP: what guests call, and the health check.
public final class GalleryApi
        implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final HttpFunction function;

    public GalleryApi() {
        this(Wiring.onLambda());
    }

    public GalleryApi(Wiring wiring) {
        function = new HttpFunction(wiring.galleryRoutes());
        wiring.beforeSnapshot(() -> function.answer(wiring.healthCheck()));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return function.answer(event, context);
    }
}
