package dev.kilat.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/// What the server said.
///
/// @param body a missing node if there was none, or if it was no JSON
public record Answer(int status, HttpHeaders headers, JsonNode body) {

    /// Whether the call did what it was asked.
    public boolean ok() {
        return status / 100 == 2;
    }

    /// The body of an answer that must have been a success.
    ///
    /// @throws RefusedException if it was not
    public JsonNode expect() {
        if (!ok()) {
            throw new RefusedException(this);
        }
        return body;
    }
}
