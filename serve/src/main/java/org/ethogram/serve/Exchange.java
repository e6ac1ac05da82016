package org.ethogram.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.OptionalInt;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.ethogram.models.Usage;
import org.ethogram.serve.protocol.ApiError;

/** One request and its answer on the wire, and what a log may hold of them. */
final class Exchange {
  private static final Usage NOTHING = new Usage(0, 0, 0);

  private final Context context;
  private final long began = System.nanoTime();
  private Admission.Place place = () -> {};
  private String model = "";
  private Usage usage = NOTHING;
  private OptionalInt failure = OptionalInt.empty();
  private volatile boolean gone;
  private boolean told;

  Exchange(Context context) {
    this.context = context;
  }

  Context context() {
    return context;
  }

  void setModel(String name) {
    model = name;
  }

  void setUsage(Usage cost) {
    usage = cost;
  }

  /** Keeps a place among the requests in flight until all is said and logged. */
  void hold(Admission.Place taken) {
    place = taken;
  }

  void release() {
    place.close();
  }

  /** The body, if it is JSON of at most so many bytes. */
  byte[] body(int most) {
    String type = context.contentType();
    if (type == null || !type.strip().toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw ApiError.notJson();
    }
    if (context.contentLength() > most) {
      throw ApiError.tooLarge(most);
    }
    try (InputStream stream = context.req().getInputStream()) {
      byte[] body = stream.readNBytes(most + 1);
      if (body.length > most) {
        throw ApiError.tooLarge(most);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Interrupts this thread when the client goes away, until the watch is closed. */
  WatchedEndPoint.Watch watch() {
    Thread asking = Thread.currentThread();
    ServletContextRequest request = ServletContextRequest.getServletContextRequest(context.req());
    request.addIdleTimeoutListener(_ -> false); // a computation may be long without a word
    var endPoint = (WatchedEndPoint) request.getConnectionMetaData().getConnection().getEndPoint();
    WatchedEndPoint.Watch watch =
        endPoint.watch(
            () -> {
              gone = true;
              asking.interrupt();
            });
    return () -> {
      watch.close();
      boolean _ = Thread.interrupted();
    };
  }

  void answer(int status, String json) {
    HttpServletResponse response = context.res();
    byte[] bytes = json.getBytes(UTF_8);
    response.setStatus(status);
    response.setContentType("application/json");
    response.setContentLength(bytes.length);
    try (ServletOutputStream output = response.getOutputStream()) {
      output.write(bytes);
      told = true;
    } catch (IOException e) {
      gone = true;
    }
  }

  /** In a stream that has begun, the error is its last event. */
  void refuse(ApiError error) {
    HttpServletResponse response = context.res();
    if (response.isCommitted()) {
      failure = OptionalInt.of(error.status());
      try {
        EventStream events = stream();
        events.send(error.json());
        events.close();
      } catch (UncheckedIOException e) {
        gone = true;
      }
      return;
    }
    error
        .retryAfter()
        .ifPresent(seconds -> response.setHeader("Retry-After", Integer.toString(seconds)));
    if (error.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    if (error.status() == 413 || error.status() == 503) {
      response.setHeader("Connection", "close");
    }
    answer(error.status(), error.json());
  }

  EventStream stream() {
    return new EventStream(context.res());
  }

  /** Ends a stream. */
  void end(EventStream events) {
    events.send("[DONE]");
    told = true;
    events.close();
  }

  /** There is nobody left to answer. */
  void leave() {
    gone = true;
  }

  /** Whether the client went away. */
  boolean isGone() {
    return gone;
  }

  AnsweredRequest answered() {
    return new AnsweredRequest(
        context.req().getMethod(),
        context.path(),
        model,
        gone && !told ? AnsweredRequest.CLIENT_GONE : failure.orElse(context.res().getStatus()),
        usage,
        (System.nanoTime() - began) / 1e9);
  }
}
