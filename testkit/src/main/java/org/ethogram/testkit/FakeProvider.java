package org.ethogram.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * An HTTP/1.1 server on loopback that answers as it is told, also wrongly.
 *
 * <p>It speaks through bare sockets, because a server that keeps the protocol cannot be made to
 * break it.
 */
public final class FakeProvider implements AutoCloseable {
  private static final int BACKLOG = 1024;

  private final ServerSocket server;
  private final Function<Received, Answer> script;
  private final Queue<Received> received = new ConcurrentLinkedQueue<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();

  private FakeProvider(ServerSocket server, Function<Received, Answer> script) {
    this.server = server;
    this.script = script;
  }

  public static FakeProvider start(Function<Received, Answer> script) {
    try {
      var provider =
          new FakeProvider(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), script);
      Thread.ofVirtual().start(provider::accept);
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers the requests in order; the last answer serves all that follow. */
  public static FakeProvider inOrder(Answer... answers) {
    List<Answer> all = List.of(answers);
    return start(request -> all.get(Math.min(request.index(), all.size() - 1)));
  }

  /** Such as {@code http://127.0.0.1:40123}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Every request so far, by index. */
  public List<Received> received() {
    return received.stream().sorted((one, other) -> one.index() - other.index()).toList();
  }

  /** How many requests were being answered at once, at most. */
  public int mostInFlight() {
    return mostInFlight.get();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var input = new BufferedInputStream(socket.getInputStream());
      Optional<Received> request = Wire.read(input, next);
      while (request.isPresent() && answer(request.get(), socket)) {
        request = Wire.read(input, next);
      }
    } catch (IOException e) {
      // The client is gone: there is nobody left to answer.
    } finally {
      open.remove(socket);
    }
  }

  private boolean answer(Received request, Socket socket) throws IOException {
    received.add(request);
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      return Wire.write(script.apply(request), socket);
    } finally {
      inFlight.decrementAndGet();
    }
  }
}
