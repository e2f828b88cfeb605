package dev.kilat.contracts.http;

import java.util.Map;

/// @param status [#OK] only if every check is
/// @param checks what was looked at, each [#OK] or [#FAILING]
public record Health(String status, Map<String, String> checks) {
    public static final String OK = "ok";
    public static final String FAILING = "failing";
}
