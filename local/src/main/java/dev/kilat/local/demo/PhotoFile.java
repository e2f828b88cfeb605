package dev.kilat.local.demo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/// A photo as it lies on the photographer's disk.
///
/// @param contentType what the uploader says it is
@SuppressWarnings("ArrayRecordComponent") // sent, never compared
public record PhotoFile(String name, String contentType, byte[] bytes) {

    /// What a ticket is asked with.
    Map<String, Object> ticketRequest() {
        return Map.of(
                "file_name",
                name,
                "content_type",
                contentType,
                "size",
                bytes.length,
                "sha256",
                sha256());
    }

    /// Base64, as S3 takes it.
    public String sha256() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
