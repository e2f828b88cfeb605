package dev.kilat.photo;

import java.util.Optional;

/// How long who waits believes that the writer whose turn it is lives: for so many looks, and the
/// next time for twice as many, since a store that is slow is not to have a crowd of leaders.
final class Patience {
    private static final int LOOKS = 4;

    private Optional<String> before = Optional.empty();
    private int looks;
    private int most = LOOKS;

    /// @param turn whose it is now; empty if nothing waits
    /// @return whether it has been the same one's for too long
    boolean endsAt(Optional<String> turn) {
        looks = turn.equals(before) ? looks + 1 : 1;
        before = turn;
        if (looks < most) {
            return false;
        }
        looks = 0;
        most *= 2;
        return true;
    }
}
