package dev.kilat.local.iam;

import java.util.List;
import java.util.stream.Collectors;

/// Grants that nothing used. Writing logs is left out: the log is the console here.
public record LeastPrivilege(List<Grant> unused) {

    /// A line a grant.
    public String text() {
        return unused.isEmpty()
                ? "Every grant was used.\n"
                : unused.stream()
                        .map(grant -> grant + "\n")
                        .collect(Collectors.joining("", "Granted, and never used:\n", ""));
    }
}
