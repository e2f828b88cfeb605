package dev.kilat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.kilat.contracts.Sparse;
import dev.kilat.contracts.http.Retained;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// JSON as the contracts want it: snake_case, instants as ISO-8601 text in UTC, a null component
/// written as `null` unless its record is {@link Sparse}.
///
/// Reading is strict about types (`"5"` is no number, `5` no text, `5.0` no integer, a key twice is
/// an error), takes camelCase names for the snake_case ones, and ignores what it does not know.
public final class Json {
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /// What came in cannot be read as what it must be.
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String field;
        private final String why;

        Malformed(String field, String why) {
            super(field + " " + why);
            this.field = field;
            this.why = why;
        }

        /// The member at fault, such as `files[3].sha256`; `body` if it is the whole.
        public String field() {
            return field;
        }

        public String why() {
            return why;
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
        }
    }

    /// For text that we wrote ourselves: what cannot be read is a broken world.
    public static <T> T trusted(String json, Class<T> type) {
        try {
            return read(json, type);
        } catch (Malformed e) {
            throw new IllegalArgumentException("cannot read our own JSON: " + e.getMessage(), e);
        }
    }

    public static <T> T read(String json, Class<T> type) throws Malformed {
        return read(object(json), type);
    }

    static <T> T read(ObjectNode object, Class<T> type) throws Malformed {
        try {
            return MAPPER.treeToValue(object, type);
        } catch (JsonMappingException e) {
            throw new Malformed(path(e), wrongType(e));
        } catch (JsonProcessingException e) {
            throw new Malformed("body", "cannot be read as JSON");
        }
    }

    /// The members of a JSON object, all names in snake_case.
    static ObjectNode object(String json) throws Malformed {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Malformed("body", "is not well-formed JSON" + place(e));
        }
        if (tree.isMissingNode()) {
            throw new Malformed("body", "is empty");
        }
        if (tree instanceof ObjectNode object) {
            return SnakeCase.names(object);
        }
        throw new Malformed("body", "must be a JSON object");
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String path(JsonMappingException e) {
        String path =
                e.getPath().stream()
                        .map(step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getFieldName())
                        .collect(Collectors.joining());
        return path.isEmpty() ? "body" : path.startsWith(".") ? path.substring(1) : path;
    }

    private static String wrongType(JsonMappingException e) {
        return e instanceof InstantText.NotAnInstant instant
                ? instant.getOriginalMessage()
                : "has the wrong type or is out of range";
    }

    /// Leaves out what is null.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface LeaveOutNulls {}

    interface LeaveOutRetention {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Integer retentionDays();
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper =
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .addMixIn(Sparse.class, LeaveOutNulls.class)
                        .addMixIn(Retained.class, LeaveOutRetention.class)
                        .addModule(InstantText.module())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }
}
