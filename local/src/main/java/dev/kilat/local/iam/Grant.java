package dev.kilat.local.iam;

/// One action on one resource, as a statement of a role's policies names them.
///
/// @param action glob, e.g. `s3:GetObject*`; case does not matter, as in IAM
/// @param resource glob over ARNs
public record Grant(String role, String action, String resource, boolean allow) {

    @Override
    public String toString() {
        return "%s: %s on %s".formatted(role, action, resource);
    }
}
