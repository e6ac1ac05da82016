package org.ethogram.serve;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Listens for clients whose going away is noticed. */
final class WatchedConnector extends ServerConnector {
  private static final int IDLE_MILLISECONDS = 120_000;
  private static final int LAST_IDLE_MILLISECONDS = 200;
  private static final int BACKLOG = 1024;

  WatchedConnector(Server server, HttpConfiguration http, ServerOptions options) {
    super(server, new HttpConnectionFactory(http));
    setHost(options.host());
    setPort(options.port());
    setIdleTimeout(IDLE_MILLISECONDS);
    setShutdownIdleTimeout(LAST_IDLE_MILLISECONDS);
    setAcceptQueueSize(BACKLOG);
  }

  /** Requests run on virtual threads, the server's own selecting and accepting does not. */
  static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("serve");
    threads.setDaemon(true);
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
    return threads;
  }

  @Override
  protected WatchedEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    WatchedEndPoint endPoint = new WatchedEndPoint(channel, selector, key, getScheduler());
    endPoint.setIdleTimeout(getIdleTimeout());
    return endPoint;
  }
}
