package org.ethogram.cli.models;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.engine.LocalModelOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The adapters that a model is opened with. */
public final class AdapterOptions {
  @Spec(Target.MIXEE)
  private CommandSpec specification;

  @Option(
      names = "--adapter",
      paramLabel = "NAME=DIR",
      description = "A LoRA adapter in the PEFT library's files; may be repeated.")
  private List<String> adapters = List.of();

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  public AdapterOptions() {}

  /**
   * The names of the adapters in the order given.
   *
   * @throws ParameterException when an adapter has no name or no folder, or a name stands twice
   */
  public SequencedSet<String> names() {
    return folders().sequencedKeySet();
  }

  /** Opens the model with all adapters, each of which answers by its name. */
  public LocalModel open(Path model, LocalModelOptions options) {
    return LocalModel.open(model, options, folders());
  }

  private SequencedMap<String, Path> folders() {
    SequencedMap<String, Path> folders = new LinkedHashMap<>();
    for (String adapter : adapters) {
      int sign = adapter.indexOf('=');
      if (sign < 1 || sign == adapter.length() - 1) {
        throw wrong("--adapter must be NAME=DIR, not '" + adapter + "'");
      }
      String name = adapter.substring(0, sign);
      if (folders.put(name, Path.of(adapter.substring(sign + 1))) != null) {
        throw wrong("--adapter '" + name + "' is given twice");
      }
    }
    return folders;
  }

  ParameterException wrong(String problem) {
    return new ParameterException(specification.commandLine(), problem);
  }
}
