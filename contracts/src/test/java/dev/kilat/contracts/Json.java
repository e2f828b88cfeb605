package dev.kilat.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kilat.contracts.http.Retained;
import dev.kilat.contracts.http.Upload;
import dev.kilat.contracts.live.Frame;
import dev.kilat.contracts.live.LiveEvent;
import dev.kilat.contracts.queue.FanOutMessage;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The mapping that the records are made for: everything beyond naming and instants is for reading
/// sealed shapes.
final class Json {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface LeaveOutNulls {}

    interface LeaveOutRetention {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable Integer retentionDays();
    }

    static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .addMixIn(Sparse.class, LeaveOutNulls.class)
                    .addMixIn(Retained.class, LeaveOutRetention.class)
                    .addModule(
                            new SimpleModule()
                                    .addDeserializer(
                                            Upload.class,
                                            new ByLiteral<>("status", Upload::ofStatus))
                                    .addDeserializer(
                                            Frame.class, new ByLiteral<>("type", Frame::ofType))
                                    .addDeserializer(
                                            LiveEvent.class,
                                            new ByLiteral<>("type", LiveEvent::ofType))
                                    .addDeserializer(
                                            FanOutMessage.class,
                                            new ByLiteral<>("type", FanOutMessage::ofType)))
                    .build();

    private static final YAMLMapper YAML = new YAMLMapper();

    private Json() {}

    static JsonNode yaml(String path) {
        try (var file = Schemas.open(path)) {
            return YAML.readTree(file);
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }

    private static final class ByLiteral<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1;

        private final String member;
        private final transient Function<String, Class<? extends T>> record;

        ByLiteral(String member, Function<String, Class<? extends T>> record) {
            super(Object.class);
            this.member = member;
            this.record = record;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            TreeNode tree = parser.readValueAsTree();
            return parser.getCodec()
                    .treeToValue(tree, record.apply(((JsonNode) tree).get(member).textValue()));
        }
    }
}
