package dev.kilat.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What we need of what S3 tells of one object. Read token by token: binding all of the event to
/// AWS's class for it took a tenth of a cold start.
///
/// @param key as it was given to S3, which sends it encoded as a form is
/// @see <a
///   href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">the
///   event</a>
record ObjectCreated(String key, Instant at) {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private static final String NO_EVENT = "this is no event of S3: ";

    /// @throws IllegalArgumentException with what is wrong, if this is no event of S3
    static List<ObjectCreated> read(InputStream event) {
        try (JsonParser json = JSON.createParser(event)) {
            List<ObjectCreated> objects = records(json);
            if (json.nextToken() != null) {
                throw malformed("something follows it");
            }
            return objects;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(NO_EVENT + "it is not well-formed JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ObjectCreated> records(JsonParser json) throws IOException {
        List<ObjectCreated> objects = new ArrayList<>();
        boolean found = false;
        expect(json.nextToken(), JsonToken.START_OBJECT, "it");
        while (json.nextToken() != JsonToken.END_OBJECT) {
            boolean records = json.currentName().equals("Records");
            JsonToken value = json.nextToken();
            if (!records) {
                json.skipChildren();
                continue;
            }
            found = true;
            expect(value, JsonToken.START_ARRAY, "Records");
            while (json.nextToken() != JsonToken.END_ARRAY) {
                objects.add(of(json, "Records[" + objects.size() + "]"));
            }
        }
        if (!found) {
            throw malformed("Records is missing");
        }
        return objects;
    }

    private static ObjectCreated of(JsonParser json, String place) throws IOException {
        expect(json.currentToken(), JsonToken.START_OBJECT, place);
        Map<String, String> texts = new HashMap<>();
        texts(json, "", texts);
        String key = text(texts, "s3.object.key", place);
        String at = text(texts, "eventTime", place);
        try {
            return new ObjectCreated(
                    URLDecoder.decode(key, StandardCharsets.UTF_8), Instant.parse(at));
        } catch (DateTimeException e) {
            throw malformed(place + ".eventTime is no instant: " + at);
        } catch (IllegalArgumentException e) {
            throw malformed(place + ".s3.object.key is not URL-encoded: " + key);
        }
    }

    /// All texts of the object that was begun, by their paths.
    private static void texts(JsonParser json, String path, Map<String, String> into)
            throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = path + json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT) {
                texts(json, name + ".", into);
            } else if (value == JsonToken.VALUE_STRING) {
                into.put(name, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    private static String text(Map<String, String> texts, String name, String place) {
        String text = texts.get(name);
        if (text == null) {
            throw malformed(place + "." + name + " is missing or no text");
        }
        return text;
    }

    private static void expect(JsonToken token, JsonToken wanted, String what) {
        if (token != wanted) {
            throw malformed(
                    what
                            + (wanted == JsonToken.START_ARRAY
                                    ? " must be an array"
                                    : " must be an object"));
        }
    }

    private static IllegalArgumentException malformed(String why) {
        return new IllegalArgumentException(NO_EVENT + why);
    }
}
