package dev.kilat.contracts.queue;

/// Tell the admins how far an uploader has come, once the second since they were last told is over.
public record Progress(String type, String eventSlug, String uploadedBy) implements FanOutMessage {
    public static final String TYPE = "progress";

    public Progress(String eventSlug, String uploadedBy) {
        this(TYPE, eventSlug, uploadedBy);
    }
}
