package dev.kilat.identity;

/// The port on secrets, which lie neither in code nor in the environment.
public interface Secrets {
    /// The current version. Fails if there is no such secret: a function cannot do without.
    Secret current(String id);

    /// @param version changes whenever the value does
    record Secret(String value, String version) {
        @Override
        public String toString() {
            return "Secret[version=" + version + "]";
        }
    }
}
