package dev.kilat.bench.cost;

/// What makes a count grow, and how often it happens in an event.
enum Driver {
    /// A photo is published, whoever looks.
    PHOTO {
        @Override
        double times(Event event) {
            return event.photos();
        }
    },
    /// A guest opens the page.
    GUEST {
        @Override
        double times(Event event) {
            return event.guests();
        }
    },
    /// A guest is told of a photo.
    TOLD {
        @Override
        double times(Event event) {
            return (double) event.guests() * event.photos();
        }
    },
    /// A photo comes by on a guest's screen, small.
    SEEN {
        @Override
        double times(Event event) {
            return (double) event.guests() * event.photos();
        }
    },
    /// A guest opens a photo, large.
    OPENED {
        @Override
        double times(Event event) {
            return event.guests() * event.photos() * Event.OPENED;
        }
    },
    /// An hour of a guest's connection.
    STAY {
        @Override
        double times(Event event) {
            return (double) event.guests() * event.hours();
        }
    },
    LIKE {
        @Override
        double times(Event event) {
            return event.likes();
        }
    },
    /// A guest is told of a like.
    LIKE_TOLD {
        @Override
        double times(Event event) {
            return event.likes() * event.guests();
        }
    },
    COMMENT {
        @Override
        double times(Event event) {
            return event.comments();
        }
    },
    /// A guest is told of a comment.
    COMMENT_TOLD {
        @Override
        double times(Event event) {
            return event.comments() * event.guests();
        }
    },
    /// An hour, whoever is there.
    HOUR {
        @Override
        double times(Event event) {
            return event.hours();
        }
    };

    abstract double times(Event event);
}
