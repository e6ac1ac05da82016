package org.ethogram.cli.models;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.ethogram.models.Capability;
import org.ethogram.models.Completion;
import org.ethogram.models.CompletionRequest;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.ModelIdentity;
import org.ethogram.models.ScoreRequest;
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

  /** Opens the model with all adapters, as whichever was chosen. */
  LanguageModel open(Path model, LocalModelOptions options) {
    SequencedMap<String, Path> folders = folders();
    if (use == null && folders.size() > 1) {
      throw wrong(
          "--use is needed to say which of several adapters answers: "
              + String.join(", ", folders.keySet())
              + " or "
              + BASE);
    }
    String name = use != null ? use : folders.isEmpty() ? BASE : folders.firstEntry().getKey();
    LocalModel opened = LocalModel.open(model, options, folders);
    if (name.equals(BASE)) {
      return opened;
    }
    try {
      return new Adapted(opened, opened.adapted(name));
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** An adapter that answers; closing it closes the model that it adapts. */
  private record Adapted(LocalModel base, LanguageModel answering) implements LanguageModel {
    @Override
    public ModelIdentity identity() {
      return answering.identity();
    }

    @Override
    public Set<Capability> capabilities() {
      return answering.capabilities();
    }

    @Override
    public Completion complete(CompletionRequest request) {
      return answering.complete(request);
    }

    @Override
    public List<ContinuationScore> score(ScoreRequest request) {
      return answering.score(request);
    }

    @Override
    public void close() {
      base.close();
    }
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
