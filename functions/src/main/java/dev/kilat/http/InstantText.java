package dev.kilat.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// Instants as ISO-8601 text: any offset is read, only UTC is written. Years have four digits, as
/// RFC 3339 wants it, and a number is no instant.
final class InstantText {
    private InstantText() {}

    static Module module() {
        return new SimpleModule("instants")
                .addSerializer(Instant.class, new Writer())
                .addDeserializer(Instant.class, new Reader());
    }

    static final class NotAnInstant extends JsonMappingException {
        private static final long serialVersionUID = 1L;

        NotAnInstant(JsonParser parser) {
            super(parser, "must be an ISO-8601 instant such as 2026-08-01T18:00:00Z");
        }
    }

    private static final class Writer extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        private Writer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializerProvider all)
                throws IOException {
            json.writeString(instant.toString());
        }
    }

    private static final class Reader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        private Reader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new NotAnInstant(parser);
            }
            try {
                Instant instant = OffsetDateTime.parse(parser.getText()).toInstant();
                int year = instant.atOffset(ZoneOffset.UTC).getYear();
                if (year >= 1 && year <= 9999) {
                    return instant;
                }
            } catch (DateTimeException notOne) {
                // The same answer as for a year that nobody means.
            }
            throw new NotAnInstant(parser);
        }
    }
}
