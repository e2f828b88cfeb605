package dev.kilat.local.template;

import java.util.LinkedHashMap;
import java.util.Map;

/// Where cloud origins lie on this machine: DNS, as it were.
///
/// Functions read origins from environment variables only, so rewriting those is enough.
public final class Addresses {
    private final Map<String, String> origins = new LinkedHashMap<>();

    /// @param cloud e.g. `https://d123.cloudfront.net`
    /// @param local e.g. `http://localhost:8080`
    public Addresses map(String cloud, String local) {
        origins.put(cloud, local);
        return this;
    }

    /// The value with each known origin replaced by its local one.
    public String localize(String value) {
        String localized = value;
        for (Map.Entry<String, String> origin : origins.entrySet()) {
            localized = localized.replace(origin.getKey(), origin.getValue());
        }
        return localized;
    }
}
