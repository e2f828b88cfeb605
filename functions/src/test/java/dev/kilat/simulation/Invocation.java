package dev.kilat.simulation;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// One call of a function, until it answers, is killed, or its time is up.
final class Invocation implements Context {
    private final String function;
    private final String id;
    private final InstantSource time;
    private final Instant deadline;
    private boolean dead;

    Invocation(String function, String id, InstantSource time, Duration timeout) {
        this.function = function;
        this.id = id;
        this.time = time;
        this.deadline = time.instant().plus(timeout);
    }

    void kill() {
        dead = true;
    }

    boolean isDead() {
        return dead || time.instant().isAfter(deadline);
    }

    void mustLive() {
        if (isDead()) {
            throw new Death();
        }
    }

    @Override
    public int getRemainingTimeInMillis() {
        return Math.toIntExact(Duration.between(time.instant(), deadline).toMillis());
    }

    @Override
    public String getAwsRequestId() {
        return id;
    }

    @Override
    public String getFunctionName() {
        return function;
    }

    @Override
    public String getLogGroupName() {
        return "";
    }

    @Override
    public String getLogStreamName() {
        return "";
    }

    @Override
    public String getFunctionVersion() {
        return "";
    }

    @Override
    public String getInvokedFunctionArn() {
        return "";
    }

    @Override
    public CognitoIdentity getIdentity() {
        throw new UnsupportedOperationException("nobody signs in here");
    }

    @Override
    public ClientContext getClientContext() {
        throw new UnsupportedOperationException("no mobile application calls here");
    }

    @Override
    public int getMemoryLimitInMB() {
        return 512;
    }

    @Override
    public LambdaLogger getLogger() {
        throw new UnsupportedOperationException("functions log by System.Logger");
    }

    /// The end of a function in the middle of its work: no handler of exceptions sees it.
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death() {
            super(null, null, false, false);
        }
    }
}
