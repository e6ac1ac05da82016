package org.ethogram.lab.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The {@code README.md} beside the checkpoints of a training. */
final class ModelCard {
  private static final String LOSSES =
      """

      ## Losses, in nats a predicted token

      | step | tokens | of the step | held out, with 95% interval |
      |---|---|---|---|
      """;

  private ModelCard() {}

  /**
   * @param losses at the checkpoints; none while the training is not finished
   */
  static String of(
      Preparation preparation, Origin origin, List<CheckpointLoss> losses, String command) {
    ModelFacts model = preparation.model();
    Material material = preparation.material();
    String about = preparation.recipe().about();
    return String.format(
        Locale.ROOT,
        """
        # %s

        %sTrained by `%s`.
        Each folder `stepN` is the model after N steps; `metrics.jsonl` holds its losses,
        `provenance.json` what it came from.

        | | |
        |---|---|
        | architecture | %s, %d layers, width %d, %d heads, vocabulary %,d |
        | parameters | %,d, of which %,d without embeddings and %,d trained |
        | data | %,d documents, %,d tokens; %,d documents held out |
        | training | %,d steps |
        %s
        ## Settings

        | | |
        |---|---|
        %s

        ## Inputs

        | | |
        |---|---|
        %s
        """,
        preparation.recipe().name(),
        about.isEmpty() ? "" : about + "\n\n",
        command,
        model.architecture(),
        model.shape().layers(),
        model.shape().width(),
        model.shape().heads(),
        model.shape().vocabulary(),
        model.all(),
        model.nonEmbedding(),
        model.trained(),
        material.documents(),
        material.tokens(),
        material.documentsHeldOut(),
        preparation.steps(),
        losses.isEmpty() ? "" : table(losses),
        rows(origin.settings()),
        rows(origin.inputs()));
  }

  private static String table(List<CheckpointLoss> losses) {
    return losses.stream()
        .map(
            loss ->
                String.format(
                    Locale.ROOT,
                    "| %,d | %,d | %s | %s |",
                    loss.step(),
                    loss.tokens(),
                    number(loss.training()),
                    heldOut(loss)))
        .collect(Collectors.joining("\n", LOSSES, "\n"));
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "n/a";
  }

  private static String heldOut(CheckpointLoss loss) {
    if (loss.heldOut().isEmpty() || loss.standardError().isEmpty()) {
      return number(loss.heldOut());
    }
    double half = 1.96 * loss.standardError().getAsDouble();
    return String.format(
        Locale.ROOT,
        "%.4f ± %.4f, n = %,d",
        loss.heldOut().getAsDouble(),
        half,
        loss.sequences().orElse(0));
  }

  private static String rows(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> "| " + entry.getKey() + " | `" + entry.getValue() + "` |")
        .collect(Collectors.joining("\n"));
  }
}
