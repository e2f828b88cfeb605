package dev.kilat.photo;

import java.lang.reflect.Proxy;

/// Lets somebody else be first, or something else happen before.
public final class Races {
    private Races() {}

    /// The log, where somebody else's append comes first so many times.
    public static ChangeLog lost(ChangeLog log, int[] losses) {
        return (ChangeLog)
                Proxy.newProxyInstance(
                        ChangeLog.class.getClassLoader(),
                        new Class<?>[] {ChangeLog.class},
                        (_, method, arguments) ->
                                method.getName().equals("append") && losses[0]-- > 0
                                        ? new ChangeLog.Appended.LostRace()
                                        : method.invoke(log, arguments));
    }

    /// The log, where something happens before each call of that name.
    static ChangeLog before(ChangeLog log, String call, Runnable happens) {
        return (ChangeLog)
                Proxy.newProxyInstance(
                        ChangeLog.class.getClassLoader(),
                        new Class<?>[] {ChangeLog.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals(call)) {
                                happens.run();
                            }
                            return method.invoke(log, arguments);
                        });
    }
}
