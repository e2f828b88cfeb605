package dev.kilat.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.spi.ToolProvider;

/// The JVM that comes along in a bundle: no more modules, security providers and certificates than
/// functions need, since each would be looked at in every start.
final class BundledJvm {
    private static final String MODULES =
            "java.base,java.desktop,java.logging,java.management,java.naming,java.sql,jdk.unsupported";

    /// All that the modules above hold. For each provider that is listed and missing, Java would
    /// search the class path at every start.
    private static final List<String> PROVIDERS =
            List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE");

    /// Who vouches for AWS's services, in whatever way a certificate writes their names; functions
    /// call nobody else.
    ///
    /// @see <a href="https://www.amazontrust.com/repository/">Amazon Trust Services</a>
    private static final List<String> TRUSTED = List.of("O=Amazon", "Starfield Technologies");

    private BundledJvm() {}

    static void make(Path home) throws IOException {
        link(home);
        limitProviders(home.resolve("conf/security/java.security"));
        limitTrust(certificates(home));
    }

    /// What a JVM trusts.
    static Path certificates(Path home) {
        return home.resolve("lib/security/cacerts");
    }

    private static void link(Path home) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int result =
                ToolProvider.findFirst("jlink")
                        .orElseThrow()
                        .run(
                                out,
                                out,
                                "--add-modules",
                                MODULES,
                                "--strip-debug",
                                "--no-header-files",
                                "--no-man-pages",
                                "--output",
                                home.toString());
        if (result != 0) {
            throw new IllegalStateException("jlink ended with " + result + ": " + said);
        }
    }

    private static void limitProviders(Path security) throws IOException {
        StringBuilder kept = new StringBuilder();
        Files.readAllLines(security).stream()
                .filter(line -> !line.startsWith("security.provider."))
                .forEach(line -> kept.append(line).append('\n'));
        for (int i = 0; i < PROVIDERS.size(); i++) {
            kept.append("security.provider.%d=%s\n".formatted(i + 1, PROVIDERS.get(i)));
        }
        Files.writeString(security, kept);
    }

    private static void limitTrust(Path certificates) throws IOException {
        try {
            KeyStore kept = read(certificates);
            for (String name : Collections.list(kept.aliases())) {
                if (!vouchesForAws((X509Certificate) kept.getCertificate(name))) {
                    kept.deleteEntry(name);
                }
            }
            if (kept.size() == 0) {
                throw new IllegalStateException(
                        "This JDK trusts nobody who vouches for AWS: " + certificates);
            }
            write(kept, certificates, "changeit");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no JVM's certificates: " + certificates, e);
        }
    }

    private static boolean vouchesForAws(X509Certificate certificate) {
        String name = certificate.getSubjectX500Principal().getName();
        return TRUSTED.stream().anyMatch(name::contains);
    }

    static KeyStore read(Path certificates) throws IOException, GeneralSecurityException {
        KeyStore read = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(certificates)) {
            read.load(in, null);
        }
        return read;
    }

    static void write(KeyStore certificates, Path file, String password)
            throws IOException, GeneralSecurityException {
        // A new one: what was read keeps the format it had.
        KeyStore plain = KeyStore.getInstance("JKS");
        plain.load(null, null);
        for (String name : Collections.list(certificates.aliases())) {
            plain.setCertificateEntry(name, certificates.getCertificate(name));
        }
        // Where it is a link, to the system's own, that one must stay as it is.
        Files.deleteIfExists(file);
        try (OutputStream out = Files.newOutputStream(file)) {
            plain.store(out, password.toCharArray());
        }
    }
}
