package dev.kilat.local.template;

import com.fasterxml.jackson.databind.JsonNode;

/// A resource as its template declares it.
///
/// @param stack name of the template that declares it
/// @param properties intrinsics unresolved
public record Resource(String stack, String logicalId, String type, JsonNode properties) {

    /// For messages: where to look in the template.
    public String where() {
        return "%s (%s in %s)".formatted(type, logicalId, stack);
    }
}
