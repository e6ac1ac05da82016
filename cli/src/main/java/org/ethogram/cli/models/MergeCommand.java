package org.ethogram.cli.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ethogram.cli.display.JsonLines;
import org.ethogram.cli.hub.HubOptions;
import org.ethogram.torch.adapters.Adapter;
import org.ethogram.torch.adapters.AdapterFolder;
import org.ethogram.torch.adapters.Merge;
import org.ethogram.torch.folder.ModelFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ethogram models merge}. */
@Command(
    name = "merge",
    description = "Works an adapter into the weights of its model and writes the outcome.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class MergeCommand implements Callable<Integer> {
  @Spec private CommandSpec specification;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "A Hugging Face folder, or org/name@revision of its hub.")
  private String model;

  @Mixin private HubOptions hub;

  @Option(
      names = "--adapter",
      required = true,
      paramLabel = "DIR",
      description = "A LoRA adapter in the PEFT library's files.")
  private Path adapter;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "A folder that is not there yet.")
  private Path out;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  MergeCommand() {}

  @Override
  public Integer call() {
    if (Files.exists(out)) {
      throw new ParameterException(
          specification.commandLine(), "--out must not exist yet: " + out + " does");
    }
    Path base = hub.folder(model, specification.commandLine().getErr());
    try (ModelFolder opened = ModelFolder.open(base);
        Adapter loaded = AdapterFolder.load("merged", adapter, opened.network());
        Merge _ = Merge.of(opened.network(), loaded)) {
      ModelFolder.save(out, opened.network());
    }
    SmallFiles.copy(SmallFiles.TEXT, base, out);
    if (json) {
      JsonLines.print(specification.commandLine().getOut(), Map.of("folder", out.toString()));
    } else {
      specification.commandLine().getOut().println(out);
      specification.commandLine().getOut().flush();
    }
    return 0;
  }
}
