package dev.kilat.local.iam;

/// Decides each request that a function makes, by the role behind the access key that signed it.
public interface Authorizer {

    /// @param accessKeyId of the signature; an unknown one is denied
    /// @param action as IAM names it, e.g. `execute-api:ManageConnections`
    /// @param resourceArn what the action touches
    Decision check(String accessKeyId, String action, String resourceArn);

    /// The answer to one request.
    sealed interface Decision {
        record Allowed() implements Decision {}

        /// `message` is worded as AWS words it, for the body of the refusal.
        record Denied(String message) implements Decision {}
    }
}
