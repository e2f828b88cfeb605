package dev.kilat.bench.cost;

/// An event whose guests all stay to its end, and see every photo go by.
record Event(int guests, int photos, int hours) {
    /// The share of photos that a guest opens.
    static final double OPENED = 0.1;

    static final double LIKES_OF_A_GUEST = 5;
    static final double COMMENTS_OF_A_GUEST = 0.2;

    double likes() {
        return guests * LIKES_OF_A_GUEST;
    }

    double comments() {
        return guests * COMMENTS_OF_A_GUEST;
    }

    Event withGuests(int others) {
        return new Event(others, photos, hours);
    }
}
