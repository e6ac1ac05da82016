package org.ethogram.torch.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.chat.jinja.Template;
import org.ethogram.torch.chat.jinja.TemplateException;

/**
 * A template as a folder has it.
 *
 * @param place file and field, for messages
 * @param text empty where there are several and none is the default
 * @param read the template, or why it is none
 */
record TemplateSource(String place, String text, Read read) {
  private static final String FILE = "chat_template.jinja";
  private static final String DEFAULT = "default";

  private sealed interface Read {
    record Whole(Template template) implements Read {}

    record Failed(EthogramException problem) implements Read {}
  }

  static Optional<TemplateSource> find(Path folder, TokenizerConfiguration configuration) {
    Path file = folder.resolve(FILE);
    if (Files.isRegularFile(file)) {
      try {
        return Optional.of(of(file.toString(), Files.readString(file)));
      } catch (IOException e) {
        throw new EthogramException(
            ErrorCode.INVALID_MODEL,
            file.toString(),
            "it cannot be read as text",
            "Use a complete Hugging Face model folder",
            e);
      }
    }
    SequencedMap<String, String> templates = configuration.templates();
    if (templates.isEmpty()) {
      return Optional.empty();
    }
    String place = configuration.file() + ", chat_template";
    String text = templates.get(DEFAULT);
    return Optional.of(
        text == null
            ? new TemplateSource(place, "", new Read.Failed(undecided(place, templates)))
            : of(place, text));
  }

  Template template() {
    return switch (read) {
      case Read.Whole(Template template) -> template;
      case Read.Failed(EthogramException problem) -> throw problem;
    };
  }

  Optional<EthogramException> problem() {
    return read instanceof Read.Failed(EthogramException problem)
        ? Optional.of(problem)
        : Optional.empty();
  }

  private static TemplateSource of(String place, String text) {
    try {
      return new TemplateSource(place, text, new Read.Whole(Template.read(text)));
    } catch (TemplateException e) {
      EthogramException problem =
          new EthogramException(
              ErrorCode.INVALID_MODEL,
              place + ", line " + e.line(),
              "the chat template cannot be used: " + e.getMessage(),
              "Ask the model for plain text, or give the folder a simpler template",
              e);
      return new TemplateSource(place, text, new Read.Failed(problem));
    }
  }

  private static EthogramException undecided(String place, SequencedMap<String, String> templates) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL,
        place,
        "there are templates named %s, and none named 'default'"
            .formatted(String.join(", ", templates.keySet())),
        "Name the one to use 'default'");
  }
}
