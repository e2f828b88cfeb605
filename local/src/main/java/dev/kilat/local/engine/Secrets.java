package dev.kilat.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.local.template.Assembly;
import dev.kilat.local.template.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The template's secrets, generated once and kept where only their owner reads them.
public final class Secrets {
    private static final String LETTERS_AND_DIGITS =
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    /// @param file keeps what was generated, mode 0600; null keeps nothing
    public static Secrets of(Assembly assembly, @Nullable Path file) {
        Map<String, String> values = new HashMap<>(file == null ? Map.of() : read(file));
        int known = values.size();
        for (Resource secret : assembly.ofType("AWS::SecretsManager::Secret")) {
            values.computeIfAbsent(
                    assembly.ref(secret), arn -> generate(assembly.properties(secret)));
        }
        if (file != null && values.size() != known) {
            write(file, values);
        }
        return new Secrets(values);
    }

    /// ARN -> value.
    public Map<String, String> values() {
        return Map.copyOf(values);
    }

    /// One field of a secret that is a JSON object.
    public String field(String arn, String name) {
        return json(arn).path(name).asText();
    }

    /// Replaces one field for as long as this cloud runs.
    public void override(String arn, String name, String value) {
        values.put(arn, ((ObjectNode) json(arn)).put(name, value).toString());
    }

    private JsonNode json(String arn) {
        try {
            return JSON.readTree(values.getOrDefault(arn, "{}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String generate(JsonNode properties) {
        if (properties.has("SecretString")) {
            return properties.path("SecretString").asText();
        }
        JsonNode rules = properties.path("GenerateSecretString");
        String password = password(rules);
        JsonNode key = rules.path("GenerateStringKey");
        if (key.isMissingNode()) {
            return password;
        }
        try {
            ObjectNode template =
                    (ObjectNode) JSON.readTree(rules.path("SecretStringTemplate").asText("{}"));
            return template.put(key.asText(), password).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String password(JsonNode rules) {
        String excluded = rules.path("ExcludeCharacters").asText();
        String alphabet =
                (LETTERS_AND_DIGITS
                                + (rules.path("ExcludePunctuation").asBoolean() ? "" : PUNCTUATION))
                        .chars()
                        .filter(c -> excluded.indexOf(c) < 0)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        SecureRandom random = new SecureRandom();
        return IntStream.range(0, rules.path("PasswordLength").asInt(32))
                .mapToObj(i -> alphabet.charAt(random.nextInt(alphabet.length())))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private static Map<String, String> read(Path file) {
        try {
            return Files.exists(file)
                    ? JSON.readTree(file.toFile())
                            .propertyStream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, entry -> entry.getValue().asText()))
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Map<String, String> values) {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, ownerOnly);
            Files.write(draft, JSON.writeValueAsBytes(values));
            Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
