package dev.kilat.aws;

import dev.kilat.live.Poster;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/// Posts through the management API of the WebSocket API's stage.
public final class ApiGatewayPoster implements Poster {
    private final ApiGatewayManagementApiClient stage;

    /// @param stage a client without retries of its own
    public ApiGatewayPoster(ApiGatewayManagementApiClient stage) {
        this.stage = stage;
    }

    @Override
    public Posted post(String connectionId, byte[] frame) {
        try {
            stage.postToConnection(
                    post -> post.connectionId(connectionId).data(SdkBytes.fromByteArray(frame)));
            return new Posted.Delivered();
        } catch (GoneException e) {
            return new Posted.Gone();
        } catch (ApiGatewayManagementApiException e) {
            String why = String.valueOf(e.getMessage());
            boolean passes = e.statusCode() == 429 || e.statusCode() >= 500;
            return passes ? new Posted.Retryable(why) : new Posted.Failed(why);
        } catch (SdkClientException e) {
            return new Posted.Retryable(String.valueOf(e.getMessage()));
        }
    }
}
