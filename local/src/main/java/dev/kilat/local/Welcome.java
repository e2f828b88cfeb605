package dev.kilat.local;

import java.nio.file.Path;

/// What somebody who has just started Kilat needs to know, on one screen.
final class Welcome {
    private Welcome() {}

    static String text(String origin, String adminPassword, Options options, Path log) {
        String gallery =
                options.demo()
                        ? origin + "/e/demo      photos arrive every few seconds"
                        : origin + "/e/...       once you have made an event";
        String data =
                options.data().map(Path::toString).orElse("nowhere: it ends with this program");
        return """

          Kilat is ready.

            Gallery    %s
            Admin      %s/admin
                       user admin, password %s
            Data       %s
            Log        %s

          Ctrl-C stops it.

        """
                .formatted(gallery, origin, adminPassword, data, log);
    }
}
