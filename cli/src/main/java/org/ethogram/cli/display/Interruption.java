package org.ethogram.cli.display;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.StopSignal;

/**
 * Ctrl-C once: finish what is in flight. Twice: stop at once.
 *
 * <p>The signal is caught through {@code sun.misc.Signal} by reflection, since a shutdown hook
 * cannot tell the second Ctrl-C from the first and the class itself cannot be named without a
 * compiler warning. Where it is absent, Ctrl-C simply ends the process; nothing durable is lost.
 */
public final class Interruption implements StopSignal {
  private final AtomicBoolean requested = new AtomicBoolean();
  private final CountDownLatch first = new CountDownLatch(1);
  private final PrintWriter errors;

  private Interruption(PrintWriter errors) {
    this.errors = errors;
  }

  public static Interruption listen(PrintWriter errors) {
    return listen(errors, List.of("INT"));
  }

  /** Listens for SIGTERM too, by which services are stopped. */
  public static Interruption ofService(PrintWriter errors) {
    return listen(errors, List.of("INT", "TERM"));
  }

  private static Interruption listen(PrintWriter errors, List<String> signals) {
    Interruption interruption = new Interruption(errors);
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object onSignal =
          Proxy.newProxyInstance(
              handler.getClassLoader(), new Class<?>[] {handler}, interruption.invocations());
      for (String name : signals) {
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(name), onSignal);
      }
    } catch (ReflectiveOperationException e) {
      errors.println("ethogram: Ctrl-C will end at once here (" + e.getMessage() + ")");
    }
    return interruption;
  }

  @Override
  public boolean stopRequested() {
    return requested.get();
  }

  /** Waits for Ctrl-C, or for an interrupt of the waiting thread. */
  public void await() {
    try {
      first.await();
    } catch (InterruptedException e) {
      requested.set(true);
    }
  }

  private InvocationHandler invocations() {
    return (Object proxy, Method method, Object[] arguments) -> {
      if (method.getName().equals("handle")) {
        request();
      }
      return null;
    };
  }

  private void request() {
    if (requested.getAndSet(true)) {
      Runtime.getRuntime().halt(ErrorCode.INTERRUPTED.exitCode());
    }
    errors.println();
    errors.println("ethogram: finishing what is in flight; Ctrl-C again stops at once");
    errors.flush();
    first.countDown();
  }
}
