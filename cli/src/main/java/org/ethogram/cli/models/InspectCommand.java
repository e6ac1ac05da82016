package org.ethogram.cli.models;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.cli.hub.HubOptions;
import org.ethogram.models.ModelIdentity;
import org.ethogram.torch.chat.ChatTemplate;
import org.ethogram.torch.folder.ModelFolder;
import org.ethogram.torch.network.NetworkShape;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ethogram models inspect}. */
@Command(
    name = "inspect",
    description = "Checks a Hugging Face folder and says what is in it.",
    mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A Hugging Face folder, or org/name@revision of its hub.")
  private String model;

  @Mixin private HubOptions hub;

  @Option(names = "--tensors", description = "List every parameter with its shape.")
  private boolean tensors;

  @Mixin private PlacementOptions placement;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  InspectCommand() {}

  @Override
  public Integer call() {
    PrintWriter output = specification.commandLine().getOut();
    Path path = hub.folder(model, specification.commandLine().getErr());
    try (ModelFolder folder = ModelFolder.open(path, placement.choice())) {
      Map<String, Object> found = describe(folder);
      if (json) {
        JsonLines.print(output, found);
      } else {
        found.forEach((name, value) -> output.printf(Locale.ROOT, "%-26s %s%n", name, value));
        output.flush();
      }
    }
    return 0;
  }

  private Map<String, Object> describe(ModelFolder folder) {
    ModelIdentity identity = folder.identity();
    NetworkShape shape = folder.network().shape();
    SequencedMap<String, List<Long>> parameters = folder.parameterShapes();
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("name", identity.name());
    found.put("revision", identity.revision());
    found.put("architecture", identity.architecture());
    found.put("layers", shape.layers());
    found.put("width", shape.width());
    found.put("heads", shape.heads());
    found.put("key_value_heads", shape.keyValueHeads());
    found.put("vocabulary", shape.vocabulary());
    found.put("context_length", shape.contextLength());
    found.put("device", folder.network().placement().deviceName());
    found.put("dtype", folder.network().placement().typeName());
    found.put("parameters", parameters.values().stream().mapToLong(this::elements).sum());
    found.put("non_embedding_parameters", folder.network().nonEmbeddingParameters());
    identity.scale().trainingTokens().ifPresent(tokens -> found.put("training_tokens", tokens));
    identity.scale().trainingSteps().ifPresent(steps -> found.put("training_steps", steps));
    found.put("weights_sha256", identity.weightsHash());
    found.put(
        "tokenizer_sha256",
        identity.tokenizerHash().isEmpty()
            ? "none: without tokenizer.json it can be neither prompted nor scored"
            : identity.tokenizerHash());
    found.put("chat_template", describe(ChatTemplate.of(folder.folder())));
    if (tensors) {
      parameters.forEach((name, sizes) -> found.put(name, sizes));
    }
    return found;
  }

  private static String describe(Optional<ChatTemplate> template) {
    return template
        .map(
            found ->
                found
                    .problem()
                    .map(problem -> "unusable: " + problem)
                    .orElseGet(() -> found.place() + ", sha256 " + found.hash()))
        .orElse("none: the model takes plain text and no conversations");
  }

  private long elements(List<Long> sizes) {
    return sizes.stream().reduce(1L, Math::multiplyExact);
  }
}
