package org.ethogram.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Server-sent events with data alone (HTML Living Standard, section 9.2). Nothing is on the wire
 * before the first of them, so that an early failure still has a status of its own.
 */
final class EventStream {
  private final HttpServletResponse response;
  private final ReentrantLock lock = new ReentrantLock();

  EventStream(HttpServletResponse response) {
    this.response = response;
  }

  /**
   * @param data without line breaks
   * @throws UncheckedIOException when the client has gone
   */
  void send(String data) {
    lock.lock();
    try {
      if (!response.isCommitted()) {
        response.setStatus(200);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-cache");
      }
      ServletOutputStream output = response.getOutputStream();
      output.write(("data: " + data + "\n\n").getBytes(UTF_8));
      output.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }

  /** Ends the answer on the wire. */
  void close() {
    try {
      response.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
