package dev.kilat.simulation;

import java.time.Duration;

/// What goes wrong, and how often. All are probabilities, but the clocks.
///
/// @param lostCalls a call of a store, before it or of its answer; counted twice a call
/// @param kills a function's end in the middle of its work; counted twice a call
/// @param stalls a call that takes up to half a minute
/// @param lostObjectEvents an uploaded object that S3 tells nobody of
/// @param lateObjectEvents one that it tells of minutes later
/// @param doubles whatever is delivered at least once: is delivered twice
/// @param lostPushes a frame that API Gateway took and no page gets
/// @param refusedPushes a post that is throttled or fails on the other side
/// @param drops a socket that closes, each time that it is posted to
/// @param lostAnswers an HTTP call, before it or of its answer, on the way to or from a client
/// @param clocksApart how far the functions' clocks may differ
record Weather(
        double lostCalls,
        double kills,
        double stalls,
        double lostObjectEvents,
        double lateObjectEvents,
        double doubles,
        double lostPushes,
        double refusedPushes,
        double drops,
        double lostAnswers,
        Duration clocksApart) {
    static final Weather FAIR = new Weather(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    /// All at once.
    static final Weather STORM =
            new Weather(.01, .004, .002, .3, .3, .2, .2, .1, .02, .05, Duration.ZERO);

    static final Weather NO_PUSHES = new Weather(0, 0, 0, 0, 0, 0, 1, 0, 0, 0, Duration.ZERO);

    static final Weather NO_OBJECT_EVENTS =
            new Weather(0, 0, 0, 1, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    /// Clocks go on as they do; and where only one thing is wrong, it stays wrong.
    Weather afterTheStorm() {
        return lostCalls > 0 ? FAIR.withClocksApart(clocksApart) : this;
    }

    Weather withClocksApart(Duration apart) {
        return new Weather(
                lostCalls,
                kills,
                stalls,
                lostObjectEvents,
                lateObjectEvents,
                doubles,
                lostPushes,
                refusedPushes,
                drops,
                lostAnswers,
                apart);
    }
}
