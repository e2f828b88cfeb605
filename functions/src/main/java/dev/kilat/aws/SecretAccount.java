package dev.kilat.aws;

import dev.kilat.http.Json;
import dev.kilat.identity.AdminAccount;
import dev.kilat.identity.Secrets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The admin as their secret names them: `{"username":"admin","password":"…"}`.
public final class SecretAccount implements Supplier<AdminAccount> {
    private final Secrets secrets;
    private final String id;

    public SecretAccount(Secrets secrets, String id) {
        this.secrets = secrets;
        this.id = id;
    }

    @Override
    public AdminAccount get() {
        Secrets.Secret secret = secrets.current(id);
        Shape shape = Json.trusted(secret.value(), Shape.class);
        if (shape.username() == null || shape.password() == null) {
            throw new IllegalStateException("the admin secret must have a username and a password");
        }
        return new AdminAccount(shape.username(), shape.password(), secret.version());
    }

    private record Shape(@Nullable String username, @Nullable String password) {
        @Override
        public String toString() {
            return "Shape[username=" + username + "]";
        }
    }
}
