package dev.kilat.infra;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What an owner may decide about a deployment.
///
/// | name | default | |
/// |---|---|---|
/// | `snapStart` | `true` | functions start from a snapshot: no cold start, a little more per month |
/// | `aotCache` | `false` | functions bring their own JVM and its AOT cache (`./kilat bundle`), instead of a snapshot |
/// | `alarmEmail` | none | who hears of alarms and of the budget |
/// | `monthlyBudgetUsd` | `25` | what the account may cost a month before somebody hears of it |
/// | `restoredTable` | none | the name of a table, restored from a backup, that takes the place of the gallery's |
record Settings(
        boolean snapStart,
        boolean aotCache,
        Optional<String> alarmEmail,
        BigDecimal monthlyBudgetUsd,
        Optional<String> restoredTable) {
    private static final Set<String> NAMES =
            new TreeSet<>(
                    Set.of(
                            "snapStart",
                            "aotCache",
                            "alarmEmail",
                            "monthlyBudgetUsd",
                            "restoredTable"));
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern TABLE = Pattern.compile("[A-Za-z0-9_.-]{3,255}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}(\\.\\d{1,2})?");

    static Settings of(Map<String, String> switches) {
        for (var name : switches.keySet()) {
            if (!NAMES.contains(name)) {
                throw new Refused(name + " is no setting; there are " + String.join(", ", NAMES));
            }
        }
        boolean aotCache = flag("aotCache", switches.getOrDefault("aotCache", "false"));
        boolean snapStart =
                flag("snapStart", switches.getOrDefault("snapStart", String.valueOf(!aotCache)));
        if (snapStart && aotCache) {
            throw new Refused(
                    "snapStart and aotCache exclude each other: Lambda takes snapshots only of the Java"
                            + " runtime that it manages, and a cache works only in a JVM that we bring");
        }
        return new Settings(
                snapStart,
                aotCache,
                Optional.ofNullable(switches.get("alarmEmail"))
                        .map(value -> email("alarmEmail", value)),
                amount("monthlyBudgetUsd", switches.getOrDefault("monthlyBudgetUsd", "25")),
                Optional.ofNullable(switches.get("restoredTable"))
                        .map(value -> table("restoredTable", value)));
    }

    private static boolean flag(String name, String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refuse(name, "true or false", value);
        };
    }

    private static String email(String name, String value) {
        if (!EMAIL.matcher(value).matches()) {
            throw refuse(name, "an email address", value);
        }
        return value;
    }

    private static String table(String name, String value) {
        if (!TABLE.matcher(value).matches()) {
            throw refuse(name, "the name of a DynamoDB table", value);
        }
        return value;
    }

    private static BigDecimal amount(String name, String value) {
        if (!AMOUNT.matcher(value).matches() || new BigDecimal(value).signum() == 0) {
            throw refuse(name, "an amount of US dollars above 0", value);
        }
        return new BigDecimal(value);
    }

    private static Refused refuse(String name, String wanted, String value) {
        return new Refused(name + " must be " + wanted + ", not \"" + value + "\"");
    }
}
