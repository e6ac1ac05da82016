package org.ethogram.cli.models;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.ethogram.models.LanguageModel;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.engine.LocalModelOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The adapters that a model is opened with, and which of them answers. */
final class AdapterOptions {
  private static final String BASE = "base";

  @Spec(Target.MIXEE)
  private CommandSpec specification;

  @Option(
      names = "--adapter",
      paramLabel = "NAME=DIR",
      description = "A LoRA adapter in the PEFT library's files; may be repeated.")
  private List<String> adapters = List.of();

  @Option(
      names = "--use",
      paramLabel = "NAME",
      description = {
        "Which adapter answers, or 'base' for the model without any.",
        "Needed where several are given; a single one answers."
      })
  private @Nullable String use;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  AdapterOptions() {}

  /** Opens the model with all adapters. */
  LocalModel open(Path model, LocalModelOptions options) {
    SequencedMap<String, Path> folders = folders();
    if (use == null && folders.size() > 1) {
      throw wrong(
          "--use is needed to say which of several adapters answers: "
              + String.join(", ", folders.keySet())
              + " or "
              + BASE);
    }
    return LocalModel.open(model, options, folders);
  }

  /** What was opened, as whichever was chosen. */
  LanguageModel chosen(LocalModel model) {
    SequencedMap<String, Path> folders = folders();
    String name = use != null ? use : folders.isEmpty() ? BASE : folders.firstEntry().getKey();
    return name.equals(BASE) ? model : model.adapted(name);
  }

  private SequencedMap<String, Path> folders() {
    SequencedMap<String, Path> folders = new LinkedHashMap<>();
    for (String adapter : adapters) {
      int sign = adapter.indexOf('=');
      if (sign < 1 || sign == adapter.length() - 1) {
        throw wrong("--adapter must be NAME=DIR, not '" + adapter + "'");
      }
      String name = adapter.substring(0, sign);
      if (name.equals(BASE)) {
        throw wrong("--adapter must not be called '" + BASE + "': that is the model without any");
      }
      if (folders.put(name, Path.of(adapter.substring(sign + 1))) != null) {
        throw wrong("--adapter '" + name + "' is given twice");
      }
    }
    return folders;
  }

  private ParameterException wrong(String problem) {
    return new ParameterException(specification.commandLine(), problem);
  }
}
