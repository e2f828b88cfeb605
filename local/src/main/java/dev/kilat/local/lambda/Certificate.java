package dev.kilat.local.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate of this machine's own for TLS in one run, RSA as those of AWS are.
record Certificate(SSLContext server, KeyStore own, Path folder) {
    static final String PASSWORD = "of-this-run";

    /// @param folder that goes away with the run
    static Certificate in(Path folder) {
        Path keys = folder.resolve("keys.p12");
        try {
            make(keys);
            KeyStore own = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(own, PASSWORD.toCharArray());
            SSLContext server = SSLContext.getInstance("TLS");
            server.init(managers.getKeyManagers(), null, null);
            return new Certificate(server, own, folder);
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
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool ended with " + process.exitValue() + ": " + said);
        }
    }

    /// What a function trusts here: all that its JVM does, so that reading it costs what it does on
    /// Lambda, and this one.
    ///
    /// @param home of that JVM
    Path trustedBeside(Path home) {
        try {
            KeyStore all = BundledJvm.read(BundledJvm.certificates(home));
            all.setCertificateEntry("services", own.getCertificate("services"));
            Path file = Files.createTempFile(folder, "trust-", ".jks");
            BundledJvm.write(all, file, PASSWORD);
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no certificates in " + home, e);
        }
    }
}
