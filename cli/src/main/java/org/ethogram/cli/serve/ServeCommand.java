package org.ethogram.cli.serve;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.Interruption;
import org.ethogram.cli.hub.HubOptions;
import org.ethogram.cli.models.AdapterOptions;
import org.ethogram.cli.models.PlacementOptions;
import org.ethogram.core.Seed;
import org.ethogram.serve.ModelServer;
import org.ethogram.serve.ServedModel;
import org.ethogram.serve.ServerOptions;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.engine.LocalModelOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram serve}. */
@Command(
    name = "serve",
    description = {
      "Offers a local model, and each of its adapters, behind OpenAI's interface.",
      "Ctrl-C takes no more requests and finishes those in flight."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "A Hugging Face folder, or org/name@revision of its hub.")
  private String model;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "By which clients ask for the model; its own name when not given.")
  private @Nullable String name;

  @Mixin private HubOptions hub;

  @Mixin private AdapterOptions adapters;

  @Mixin private PlacementOptions placement;

  @Mixin private ListeningOptions listening;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "Of the sampling for requests that bring no seed.")
  private long seed;

  @Option(
      names = "--json",
      description = "Print a JSON object when ready, and one for each request.")
  private boolean json;

  private final Map<String, String> environment;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public ServeCommand() {
    this(System.getenv());
  }

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  ServeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintWriter errors = specification.commandLine().getErr();
    ServerOptions options = listening.read(environment);
    List<String> named = List.copyOf(adapters.names());
    Path folder = hub.folder(model, errors);
    try (LocalModel base =
        adapters.open(folder, LocalModelOptions.DEFAULT.withPlacement(placement.choice()))) {
      SequencedMap<String, ServedModel> models = served(base, named);
      var lines = new RequestLines(specification.commandLine().getOut(), errors, json);
      Interruption interruption = Interruption.ofService(errors);
      try (ModelServer server = ModelServer.start(models, options, new Seed(seed), lines)) {
        lines.ready(server.address() + "/v1", List.copyOf(models.keySet()));
        interruption.await();
      }
    }
    return 0;
  }

  private SequencedMap<String, ServedModel> served(LocalModel base, List<String> named) {
    OptionalInt contextLength = OptionalInt.of(base.contextLength());
    SequencedMap<String, ServedModel> models = new LinkedHashMap<>();
    models.put(name == null ? base.identity().name() : name, new ServedModel(base, contextLength));
    for (String adapter : named) {
      if (models.put(adapter, new ServedModel(base.adapted(adapter), contextLength)) != null) {
        throw new ParameterException(
            specification.commandLine(),
            "--adapter '" + adapter + "' has the name of the model itself: give another --name");
      }
    }
    return models;
  }
}
