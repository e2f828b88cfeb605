package dev.kilat.local.trigger;

import dev.kilat.local.function.FunctionSpec;

/// Where Lambda writes what failed to the last, in the function's name.
interface FailureDestination {

    /// @param record JSON
    void send(FunctionSpec function, String queueArn, String record);
}
