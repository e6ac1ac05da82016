package org.ethogram.lab.training;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code README.md} beside the checkpoints of a training. */
final class ModelCard {
  private ModelCard() {}

  static String of(Preparation preparation, Origin origin, String command) {
    ModelFacts model = preparation.model();
    Material material = preparation.material();
    String about = preparation.recipe().about();
    return String.format(
        Locale.ROOT,
        """
        # %s

        %sTrained by `%s`. Each folder `stepN` is the model after N steps; `metrics.jsonl` holds its
        losses, `provenance.json` what it came from.

        | | |
        |---|---|
        | architecture | %s, %d layers, width %d, %d heads, vocabulary %,d |
        | parameters | %,d, of which %,d without embeddings and %,d trained |
        | data | %,d documents, %,d tokens; %,d documents held out |
        | training | %,d steps |

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
        rows(origin.settings()),
        rows(origin.inputs()));
  }

  private static String rows(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> "| " + entry.getKey() + " | `" + entry.getValue() + "` |")
        .collect(Collectors.joining("\n"));
  }
}
