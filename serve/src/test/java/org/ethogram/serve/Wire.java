package org.ethogram.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Requests that no client library would send. */
final class Wire {
  private Wire() {}

  static Socket open(Served served, String request) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.server.address().getPort());
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** The first bytes of the answer. */
  static String ask(Served served, String request) throws IOException {
    try (Socket socket = open(served, request)) {
      byte[] bytes = new byte[4096];
      int read = socket.getInputStream().read(bytes);
      return new String(bytes, 0, Math.max(read, 0), ISO_8859_1);
    }
  }

  static String completion(String body) {
    return "POST /v1/completions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }
}
