package dev.kilat.identity;

/// Who administers this installation, as the secret names them now.
///
/// @param version of the secret, so that a rotated one is noticed
public record AdminAccount(String username, String password, String version) {
    @Override
    public String toString() {
        return "AdminAccount[username=" + username + ", version=" + version + "]";
    }
}
