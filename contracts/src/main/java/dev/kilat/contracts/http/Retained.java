package dev.kilat.contracts.http;

import org.jspecify.annotations.Nullable;

/// What is kept only for a time. Its member came later than the others: it is absent, not null,
/// when there is none, as whoever knows nothing of it has it.
///
/// With Jackson, it takes a mix-in on this interface:
///
/// ```java
/// interface LeaveOutRetention {
///     @JsonInclude(JsonInclude.Include.NON_NULL)
///     @Nullable Integer retentionDays();
/// }
/// ```
public interface Retained {
    /// So many days after its end all of the event is purged; null: it is kept.
    @Nullable Integer retentionDays();
}
