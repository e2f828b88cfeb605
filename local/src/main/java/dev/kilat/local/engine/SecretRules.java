package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// Secrets are asked for by their ARN: the template names them so.
record SecretRules() implements AccessRules {

    @Override
    public List<Access> of(String operation, JsonNode body) {
        return List.of(new Access("secretsmanager:" + operation, body.path("SecretId").asText()));
    }
}
