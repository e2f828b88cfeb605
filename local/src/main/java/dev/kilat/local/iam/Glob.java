package dev.kilat.local.iam;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A pattern of a policy: `*` is any run of characters, `?` is one.
record Glob(Pattern pattern) {

    static Glob of(String text, int flags) {
        String regex =
                text.chars()
                        .mapToObj(c ->
                                switch (c) {
                                    case '*' -> ".*";
                                    case '?' -> ".";
                                    default -> Pattern.quote(Character.toString(c));
                                })
                        .collect(Collectors.joining());
        return new Glob(Pattern.compile(regex, flags | Pattern.DOTALL));
    }

    boolean matches(String value) {
        return pattern.matcher(value).matches();
    }
}
