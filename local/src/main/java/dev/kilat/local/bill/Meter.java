package dev.kilat.local.bill;

/// Is told of everything billed, as it happens and from any thread.
@FunctionalInterface
public interface Meter {
    /// Where nobody counts.
    Meter NONE = _ -> {};

    void count(Use use);
}
