package org.ethogram.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.ethogram.serve.protocol.ApiError;

/** What surrounds every answer: who may ask, how many at once, failures, the log. */
final class RequestHandlers {
  private final Guard guard;
  private final Admission admission;
  private final ServerLog log;

  RequestHandlers(Guard guard, Admission admission, ServerLog log) {
    this.guard = guard;
    this.admission = admission;
    this.log = log;
  }

  /** For everybody, and not logged. */
  Handler open(Consumer<Exchange> answer) {
    return context -> answer(new Exchange(context), answer);
  }

  /** For those who may ask. */
  Handler guarded(Consumer<Exchange> answer) {
    return context ->
        logged(
            context,
            exchange -> {
              guard.check(exchange);
              answer.accept(exchange);
            });
  }

  /** For those who may ask, as many as fit. */
  Handler admitted(Consumer<Exchange> answer) {
    return guarded(
        exchange -> {
          exchange.hold(admission.enter());
          answer.accept(exchange);
        });
  }

  void refuse(Context context, ApiError error) {
    logged(
        context,
        exchange -> {
          throw error;
        });
  }

  private void logged(Context context, Consumer<Exchange> answer) {
    Exchange exchange = new Exchange(context);
    try {
      answer(exchange, answer);
      log.answered(exchange.answered());
    } finally {
      exchange.release();
    }
  }

  /** Whatever happens, the client gets an answer, and never a stack trace. */
  private void answer(Exchange exchange, Consumer<Exchange> answer) {
    try {
      answer.accept(exchange);
    } catch (ApiError e) {
      refuse(exchange, e);
    } catch (GenerationEndpoint.Failed e) {
      if (e.told().status() == 500) {
        log.failed(e.failure());
      }
      refuse(exchange, e.told());
    } catch (UncheckedIOException e) {
      exchange.leave();
    } catch (RuntimeException | Error e) {
      log.failed(e);
      refuse(exchange, ApiError.failed());
    }
  }

  private static void refuse(Exchange exchange, ApiError error) {
    if (!exchange.isGone()) {
      exchange.refuse(error);
    }
  }
}
