package org.ethogram.cli.models;

import java.nio.file.Path;
import java.util.List;
import org.ethogram.models.ForwardingModel;
import org.ethogram.models.LanguageModel;
import org.ethogram.torch.engine.LocalModel;
import org.ethogram.torch.engine.LocalModelOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which of a local model's adapters answers, or the model without any. */
final class AnsweringOptions {
  private static final String BASE = "base";

  @Mixin private AdapterOptions adapters;

  @Option(
      names = "--use",
      paramLabel = "NAME",
      description = {
        "Which adapter answers, or 'base' for the model without any.",
        "Needed where several are given; a single one answers."
      })
  private @Nullable String use;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  AnsweringOptions() {}

  /** Opens the model with all adapters, as whichever was chosen. */
  LanguageModel open(Path model, LocalModelOptions options) {
    String name = chosen(List.copyOf(adapters.names()));
    LocalModel opened = adapters.open(model, options);
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

  private String chosen(List<String> names) {
    if (names.contains(BASE)) {
      throw adapters.wrong(
          "--adapter must not be called '" + BASE + "': that is the model without any");
    }
    if (use != null) {
      return use;
    }
    if (names.size() > 1) {
      throw adapters.wrong(
          "--use is needed to say which of several adapters answers: "
              + String.join(", ", names)
              + " or "
              + BASE);
    }
    return names.isEmpty() ? BASE : names.getFirst();
  }

  /** An adapter that answers; closing it closes the model that it adapts. */
  private static final class Adapted extends ForwardingModel {
    private final LocalModel base;

    Adapted(LocalModel base, LanguageModel answering) {
      super(answering);
      this.base = base;
    }

    @Override
    public void close() {
      base.close();
    }
  }
}
