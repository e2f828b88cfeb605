package dev.kilat.thumbnail;

import java.io.IOException;

/// Steps in order. Codecs fed with hostile bytes throw whatever they like: outside a pipeline it is
/// always [Refused].
final class Pipeline<I, O> {
    private final Step<I, O> steps;

    private Pipeline(Step<I, O> steps) {
        this.steps = steps;
    }

    static <I, O> Pipeline<I, O> of(Step<I, O> first) {
        return new Pipeline<>(first);
    }

    <P> Pipeline<I, P> then(Step<O, P> next) {
        return new Pipeline<>(photo -> next.apply(steps.apply(photo)));
    }

    O run(I photo) throws Refused {
        try {
            return steps.apply(photo);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw new Refused("damaged: " + reason(damaged));
        }
    }

    private static String reason(Throwable damaged) {
        String message = damaged.getMessage();
        return message == null || message.isBlank()
                ? "the decoder gave up (" + damaged.getClass().getSimpleName() + ")"
                : message;
    }
}
