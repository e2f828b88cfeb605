package dev.kilat.photo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/// Lets a process die around the calls it makes: before a call reached its port, or after it took
/// effect.
public interface Faults {
    /// Called before and after every call of a port; whoever throws kills the caller there.
    void step();

    /// The process died. Whoever delivered to it will deliver again.
    final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    default <T> T around(Class<T> port, T real) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> {
                            step();
                            try {
                                Object answer = method.invoke(real, arguments);
                                step();
                                return answer;
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        }));
    }
}
