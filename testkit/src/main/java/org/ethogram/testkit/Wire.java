package org.ethogram.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of HTTP/1.1 as requests with a known length need. */
final class Wire {
  private Wire() {}

  static Optional<Received> read(InputStream input, AtomicInteger next) throws IOException {
    String first = line(input);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] words = first.split(" ");
    Map<String, String> headers = new HashMap<>();
    for (String line = line(input); !line.isEmpty(); line = line(input)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(input.readNBytes(length), UTF_8);
    return Optional.of(new Received(next.getAndIncrement(), words[0], words[1], headers, body));
  }

  /**
   * @return whether the connection can serve another request
   */
  static boolean write(Answer answer, Socket socket) throws IOException {
    OutputStream output = socket.getOutputStream();
    return switch (answer) {
      case Answer.Reply reply -> {
        byte[] body = reply.body().getBytes(UTF_8);
        output.write(head(reply.status(), reply.contentType(), reply.headers(), body.length));
        output.write(body);
        output.flush();
        yield true;
      }
      case Answer.Cut(String type, String text, int bytes) -> {
        byte[] body = text.getBytes(UTF_8);
        output.write(head(200, type, Map.of(), body.length));
        output.write(body, 0, bytes);
        output.flush();
        yield false;
      }
      case Answer.Bytes bytes -> {
        output.write(
            head(bytes.status(), "application/octet-stream", bytes.headers(), bytes.announced()));
        output.write(bytes.sent());
        output.flush();
        yield bytes.stays();
      }
      case Answer.Held(String first, CountDownLatch until, String rest) ->
          held(first.getBytes(UTF_8), until, rest.getBytes(UTF_8), output);
      case Answer.Trickle(String text, Duration pause) -> trickle(text, pause, output);
      case Answer.Reset() -> {
        socket.setSoLinger(true, 0);
        yield false;
      }
      case Answer.Silence() -> {
        while (socket.getInputStream().read() >= 0) {
          // Whatever else is said finds no answer either.
        }
        yield false;
      }
    };
  }

  private static boolean held(byte[] first, CountDownLatch until, byte[] rest, OutputStream output)
      throws IOException {
    output.write(head(200, Answer.EVENTS, Map.of(), first.length + rest.length));
    output.write(first);
    output.flush();
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    output.write(rest);
    output.flush();
    return true;
  }

  private static boolean trickle(String text, Duration pause, OutputStream output)
      throws IOException {
    byte[] body = text.getBytes(UTF_8);
    output.write(head(200, "application/json", Map.of(), body.length));
    for (byte part : body) {
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      output.write(part);
      output.flush();
    }
    return true;
  }

  private static byte[] head(int status, String type, Map<String, String> headers, long length) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Status\r\n");
    head.append("Content-Type: ").append(type).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("Content-Length: ")
        .append(length)
        .append("\r\n\r\n")
        .toString()
        .getBytes(ISO_8859_1);
  }

  private static String line(InputStream input) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int read = input.read(); read >= 0 && read != '\n'; read = input.read()) {
      if (read != '\r') {
        line.write(read);
      }
    }
    return line.toString(ISO_8859_1);
  }
}
