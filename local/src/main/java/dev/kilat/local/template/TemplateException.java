package dev.kilat.local.template;

/// The template says something that the local cloud cannot imitate. The message names what and
/// where: start ends with it.
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TemplateException(String message) {
        super(message);
    }
}
