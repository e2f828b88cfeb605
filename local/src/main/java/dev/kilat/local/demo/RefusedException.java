package dev.kilat.local.demo;

/// The server refused a call that the caller counted on.
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    RefusedException(Answer answer) {
        super(answer.status() + " " + answer.body());
        this.answer = answer;
    }

    /// What it said.
    public Answer answer() {
        return answer;
    }
}
