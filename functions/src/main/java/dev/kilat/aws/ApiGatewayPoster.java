package dev.kilat.aws;

import dev.kilat.live.Poster;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;

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
        } catch (ApiGatewayManagementApiException e) {
            return refused(e.statusCode(), String.valueOf(e.getMessage()));
        } catch (SdkClientException e) {
            return new Posted.Retryable(String.valueOf(e.getMessage()));
        }
    }

    private static Posted refused(int status, String why) {
        if (status == 410) {
            return new Posted.Gone();
        }
        return status == 429 || status >= 500 ? new Posted.Retryable(why) : new Posted.Failed(why);
    }
}
