package dev.kilat.http;

import dev.kilat.contracts.http.Health;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Whether the gallery can serve.
public final class HealthCalls {
    private final BooleanSupplier galleryTable;

    /// @param galleryTable reads something cheap
    public HealthCalls(BooleanSupplier galleryTable) {
        this.galleryTable = galleryTable;
    }

    Response check(Call call) {
        String table = galleryTable.getAsBoolean() ? Health.OK : Health.FAILING;
        return Response.json(
                table.equals(Health.OK) ? 200 : 503,
                new Health(table, Map.of("gallery_table", table)));
    }
}
