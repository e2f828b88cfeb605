package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What a call of an AWS JSON protocol asks for in IAM's terms.
interface AccessRules {

    /// @param operation e.g. `PutItem`
    List<Access> of(String operation, JsonNode body);
}
