package dev.kilat.local.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate of this machine's own for TLS in one run, RSA as those of AWS are.
///
/// @param trustStore what a function's JVM trusts: all that the JDK does, so that reading it costs
///   what it does on Lambda, and this one
record Certificate(SSLContext server, Path trustStore) {
    static final String PASSWORD = "of-this-run";

    /// @param folder that goes away with the run
    static Certificate in(Path folder) {
        Path keys = folder.resolve("keys.p12");
        Path trust = folder.resolve("trust.jks");
        try {
            make(keys);
            KeyStore own = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(own, PASSWORD.toCharArray());
            SSLContext server = SSLContext.getInstance("TLS");
            server.init(managers.getKeyManagers(), null, null);
            trust(own, trust);
            return new Certificate(server, trust);
        } catch (GeneralSecurityException | IOException | InterruptedException e) {
            throw new IllegalStateException("no certificate could be made", e);
        }
    }

    private static void make(Path keys) throws IOException, InterruptedException {
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                "services",
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=ip:127.0.0.1,dns:localhost",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                keys.toString(),
                                "-storepass",
                                PASSWORD)
                        .inheritIO()
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool ended with " + process.exitValue());
        }
    }

    private static void trust(KeyStore own, Path file)
            throws GeneralSecurityException, IOException {
        Path system = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream in = Files.newInputStream(system)) {
            known.load(in, null);
        }
        KeyStore all = KeyStore.getInstance("JKS");
        all.load(null, null);
        for (String alias : Collections.list(known.aliases())) {
            all.setCertificateEntry(alias, known.getCertificate(alias));
        }
        all.setCertificateEntry("services", own.getCertificate("services"));
        try (OutputStream out = Files.newOutputStream(file)) {
            all.store(out, PASSWORD.toCharArray());
        }
    }
}
