package dev.kilat.local.gateway;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/// Request and connection ids as API Gateway makes them: 15 characters and a `=`, which a URL must
/// escape.
final class Ids {
    private Ids() {}

    static String next() {
        byte[] random = new byte[11];
        ThreadLocalRandom.current().nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }
}
