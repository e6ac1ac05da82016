package org.ethogram.serve;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.net.URI;
import java.time.Instant;
import java.util.SequencedMap;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.serve.protocol.ApiError;
import org.ethogram.serve.protocol.ChatFormat;
import org.ethogram.serve.protocol.ChatParameters;
import org.ethogram.serve.protocol.CompletionFormat;
import org.ethogram.serve.protocol.CompletionParameters;
import org.jspecify.annotations.Nullable;

/** A running server with OpenAI's interface. */
public final class ModelServer implements AutoCloseable {
  /** For what has arrived and has not been let in when the server stops. */
  private static final int STOP_MILLISECONDS = 2000;

  private final ServerOptions options;
  private final ServedModels models;
  private final GenerationEndpoint completions;
  private final GenerationEndpoint chat;
  private final Admission admission;
  private final RequestHandlers handlers;
  private final Javalin javalin;
  private int port;

  private ModelServer(
      SequencedMap<String, ServedModel> models, ServerOptions options, Seed seed, ServerLog log) {
    this.options = options;
    this.models = new ServedModels(models, Instant.now().getEpochSecond());
    this.completions =
        new GenerationEndpoint(
            CompletionParameters::read,
            new CompletionFormat(),
            this.models,
            options.bodyBytes(),
            seed.derive("completions"));
    this.chat =
        new GenerationEndpoint(
            ChatParameters::read,
            new ChatFormat(),
            this.models,
            options.bodyBytes(),
            seed.derive("chat"));
    this.admission = new Admission(options.requests());
    this.handlers = new RequestHandlers(new Guard(options), admission, log);
    this.javalin = Javalin.create(this::configure);
  }

  /**
   * @param models by the names under which clients ask for them
   * @param seed of the requests that bring none
   * @throws EthogramException {@code ENVIRONMENT} when the address cannot be listened at
   */
  public static ModelServer start(
      SequencedMap<String, ServedModel> models, ServerOptions options, Seed seed, ServerLog log) {
    ModelServer server = new ModelServer(models, options, seed, log);
    try {
      server.javalin.start();
      server.port = server.javalin.port();
      return server;
    } catch (RuntimeException e) {
      throw new EthogramException(
          ErrorCode.ENVIRONMENT,
          options.host() + ":" + options.port(),
          "the server cannot listen there (" + reason(e) + ")",
          "Choose another --port or --host, or end what listens there",
          e);
    }
  }

  /** Such as {@code http://127.0.0.1:8080}; the interface is under {@code /v1}. */
  public URI address() {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return URI.create("http://" + host + ":" + port);
  }

  /** Stops taking requests, finishes those in flight, and then stops. */
  @Override
  public void close() {
    for (Connector connector : javalin.jettyServer().server().getConnectors()) {
      ((ServerConnector) connector).close();
    }
    admission.close();
    javalin.stop();
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.concurrency.useVirtualThreads = true;
    config.jetty.modifyServer(
        server -> {
          server.insertHandler(new GracefulHandler());
          server.setStopTimeout(STOP_MILLISECONDS);
        });
    config.jetty.threadPool = WatchedConnector.threads();
    config.jetty.addConnector((server, http) -> new WatchedConnector(server, http, options));
    config.routes.get("/health", handlers.open(one -> one.answer(200, "{\"status\":\"ok\"}")));
    config.routes.get("/v1/models", handlers.guarded(one -> one.answer(200, models.list())));
    config.routes.get(
        "/v1/models/<id>",
        handlers.guarded(one -> one.answer(200, models.describe(one.context().pathParam("id")))));
    config.routes.post("/v1/completions", handlers.admitted(completions::answer));
    config.routes.post("/v1/chat/completions", handlers.admitted(chat::answer));
    config.routes.exception(
        HttpResponseException.class,
        (_, context) ->
            handlers.refuse(
                context, ApiError.unknownAddress(context.req().getMethod(), context.path())));
  }

  private static @Nullable String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
