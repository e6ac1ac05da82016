package org.ethogram.cli.serve;

import java.util.Map;
import java.util.Optional;
import org.ethogram.serve.ApiKey;
import org.ethogram.serve.ServerOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a server listens, to whom, and to how much at once. */
final class ListeningOptions {
  private static final int HIGHEST_PORT = 65535;

  @Spec(Target.MIXEE)
  private CommandSpec specification;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDRESS",
      description = "Where to listen: 127.0.0.1, this machine alone, when not given.")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "N",
      description = "8080 when not given; 0 takes one that is free.")
  private int port;

  @Option(
      names = "--key-variable",
      paramLabel = "NAME",
      description = "The environment variable with the key that clients must give.")
  private @Nullable String keyVariable;

  @Option(
      names = "--without-key",
      description = "Answer everybody who reaches another --host than this machine's own.")
  private boolean withoutKey;

  @Option(
      names = "--max-requests",
      defaultValue = "256",
      paramLabel = "N",
      description = "Most requests in flight, 256 when not given; more are told to come again.")
  private int requests;

  @Option(
      names = "--max-body",
      defaultValue = "4194304",
      paramLabel = "BYTES",
      description = "Most bytes of a request, 4194304 when not given.")
  private int bodyBytes;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ListeningOptions() {}

  /**
   * @throws ParameterException when they contradict each other or cannot be
   */
  ServerOptions read(Map<String, String> environment) {
    require(port >= 0 && port <= HIGHEST_PORT, "--port must be from 0 to 65535, not " + port);
    require(requests >= 1, "--max-requests must be at least 1, not " + requests);
    require(bodyBytes >= 1, "--max-body must be at least 1, not " + bodyBytes);
    require(!host.isBlank(), "--host must name an address");
    require(
        keyVariable == null || !withoutKey,
        "--key-variable and --without-key contradict each other");
    require(
        keyVariable != null || withoutKey || ServerOptions.isLoopback(host),
        "--host "
            + host
            + " can be reached from other machines: give --key-variable, or --without-key to answer"
            + " everybody");
    Optional<ApiKey> key =
        Optional.ofNullable(keyVariable).map(variable -> ApiKey.from(environment, variable));
    return new ServerOptions(host, port, key, bodyBytes, requests);
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw new ParameterException(specification.commandLine(), problem);
    }
  }
}
