package org.ethogram.lab.recipe;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is read.
 *
 * @param leaveOutBadRows whether rows that cannot be used are left out; otherwise they are an error
 */
public record TrainingData(Source source, HeldOut heldOut, boolean leaveOutBadRows) {

  /** Where documents or demonstrations come from. */
  public sealed interface Source {}

  /** Texts that are learnt whole. */
  public sealed interface Language extends Source {}

  /** Prompts with what is to follow them. */
  public sealed interface Supervised extends Source {
    List<Path> files();

    Supervised of(List<Path> otherFiles);
  }

  /**
   * Text files, each a document, or several with a text of its own between them.
   *
   * @param separator what stands between documents of a file
   */
  public record Texts(List<Path> files, Optional<String> separator) implements Language {}

  /**
   * JSON lines, a document each.
   *
   * @param field that holds its text
   */
  public record Lines(List<Path> files, String field) implements Language {}

  /**
   * Documents about repeated games, as organisms of a family read them; drawn from the recipe's
   * seed.
   */
  public record GameDocuments(String family, int documents) implements Language {}

  /**
   * JSON lines, each with a prompt and its completion.
   *
   * @param prompt field
   * @param completion field
   */
  public record PromptsAndCompletions(List<Path> files, String prompt, String completion)
      implements Supervised {
    @Override
    public Supervised of(List<Path> otherFiles) {
      return new PromptsAndCompletions(otherFiles, prompt, completion);
    }
  }

  /**
   * JSON lines, each with a conversation whose assistant's turns are learnt.
   *
   * @param messages field: a list of objects with {@code role} and {@code content}
   */
  public record Conversations(List<Path> files, String messages) implements Supervised {
    @Override
    public Supervised of(List<Path> otherFiles) {
      return new Conversations(otherFiles, messages);
    }
  }

  /** What is kept from training, to be predicted. */
  public sealed interface HeldOut {
    /** Nothing. */
    record None() implements HeldOut {}

    /**
     * @param share of the documents, drawn from the seed, in (0, 1)
     */
    record Share(double share) implements HeldOut {}

    /** Files of the same form. */
    record Files(List<Path> files) implements HeldOut {}
  }

  void describe(Settings settings) {
    switch (source) {
      case Texts texts -> {
        settings.paths("data.text", texts.files());
        texts.separator().ifPresent(separator -> settings.put("data.separator", separator));
      }
      case Lines lines -> {
        settings.paths("data.lines", lines.files());
        settings.put("data.field", lines.field());
      }
      case GameDocuments documents -> {
        settings.put("data.organisms", documents.family());
        settings.put("data.documents", documents.documents());
      }
      case PromptsAndCompletions pairs -> {
        settings.paths("data.demonstrations", pairs.files());
        settings.put("data.prompt", pairs.prompt());
        settings.put("data.completion", pairs.completion());
      }
      case Conversations conversations -> {
        settings.paths("data.conversations", conversations.files());
        settings.put("data.messages", conversations.messages());
      }
    }
    switch (heldOut) {
      case HeldOut.None _ -> {}
      case HeldOut.Share share -> settings.put("data.held-out", share.share());
      case HeldOut.Files files -> settings.paths("data.held-out", files.files());
    }
    settings.put("data.bad-rows", leaveOutBadRows ? "leave-out" : "error");
  }
}
