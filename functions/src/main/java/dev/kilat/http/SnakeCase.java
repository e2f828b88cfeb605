package dev.kilat.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.regex.Pattern;

/// Turns the names of what came in to snake_case, so that `photoId` is read as `photo_id`
/// everywhere, and errors name the member as the contract does.
final class SnakeCase {
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private SnakeCase() {}

    /// Of both spellings of one name, the contract's wins.
    static ObjectNode names(ObjectNode object) {
        ObjectNode renamed = JsonNodeFactory.instance.objectNode();
        for (var member : object.properties()) {
            String name = name(member.getKey());
            if (name.equals(member.getKey()) || !object.has(name)) {
                renamed.set(name, value(member.getValue()));
            }
        }
        return renamed;
    }

    private static JsonNode value(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return names(object);
        }
        if (node instanceof ArrayNode array) {
            ArrayNode renamed = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(element -> renamed.add(value(element)));
            return renamed;
        }
        return node;
    }

    private static String name(String name) {
        return HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
