package dev.jcompose.terminal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What is done when the process is sent a signal. The last to ask is told, until it closes its request. Java has no
 * public call for this; {@code sun.misc.Signal} is in every JDK, and the compiler warns of it wherever it is named.
 */
public final class Signals implements AutoCloseable {
    private static final String SIGNAL = "sun.misc.Signal";

    private final Map<Object, Object> before = new HashMap<>();

    private Signals() {
    }

    /** Tells the receiver of these signals, named without {@code SIG}, on a thread of the virtual machine's. */
    public static Signals handle(Consumer<String> receiver, String... names) {
        Signals signals = new Signals();
        try {
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[]{handlerType},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "handle" -> {
                            receiver.accept(name(arguments[0]));
                            yield null;
                        }
                        case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                        case "hashCode" -> System.identityHashCode(proxy);
                        default -> "signal handler";
                    });
            for (String name : names) {
                signals.install(Class.forName(SIGNAL).getConstructor(String.class).newInstance(name), handler);
            }
        } catch (ReflectiveOperationException notThisJdk) {
            // Then signals end the process, which is what they are for.
            return signals;
        }
        return signals;
    }

    private void install(Object signal, Object handler) throws ReflectiveOperationException {
        try {
            before.put(signal, Class.forName(SIGNAL)
                    .getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"))
                    .invoke(null, signal, handler));
        } catch (InvocationTargetException takenByTheSystem) {
            return;
        }
    }

    private static String name(Object signal) throws ReflectiveOperationException {
        return String.valueOf(signal.getClass().getMethod("getName").invoke(signal));
    }

    /** Does again what was done before. */
    @Override
    public void close() {
        before.forEach((signal, handler) -> {
            try {
                Class.forName(SIGNAL).getMethod("handle", signal.getClass(), Class.forName("sun.misc.SignalHandler"))
                        .invoke(null, signal, handler);
            } catch (ReflectiveOperationException gone) {
                // The process is ending.
                return;
            }
        });
    }
}
