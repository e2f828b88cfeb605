package dev.kilat.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `-c name=value`, written as for the CDK's command line.
final class Switches {
    private Switches() {}

    static Map<String, String> parse(List<String> arguments) {
        var switches = new LinkedHashMap<String, String>();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var flag = rest.next();
            if (!flag.equals("-c") && !flag.equals("--context")) {
                throw new Refused("Only -c name=value is understood, not " + flag);
            }
            var pair = rest.hasNext() ? rest.next() : "";
            var equals = pair.indexOf('=');
            if (equals < 1) {
                throw new Refused(flag + " needs name=value, not \"" + pair + "\"");
            }
            switches.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return switches;
    }
}
