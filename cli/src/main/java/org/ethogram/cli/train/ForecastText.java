package org.ethogram.cli.train;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ethogram.lab.training.ModelFacts;
import org.ethogram.lab.training.TrainingForecast;

/** A plan as a person reads it. */
final class ForecastText {
  private static final double MEBIBYTE = 1 << 20;
  private static final int SHOWN = 5;

  private ForecastText() {}

  static String of(TrainingForecast forecast) {
    StringBuilder text = new StringBuilder();
    ModelFacts model = forecast.model();
    line(text, "recipe", forecast.recipe().name() + ", seed " + forecast.recipe().seed().value());
    line(
        text,
        "model",
        String.format(
            Locale.ROOT,
            "%s, %d layers, width %d, vocabulary %,d",
            model.architecture(),
            model.shape().layers(),
            model.shape().width(),
            model.shape().vocabulary()));
    line(
        text,
        "parameters",
        String.format(
            Locale.ROOT,
            "%,d, of which %,d without embeddings and %,d trained",
            model.all(),
            model.nonEmbedding(),
            model.trained()));
    line(text, "data", data(forecast));
    line(
        text,
        "steps",
        String.format(
            Locale.ROOT,
            "%,d of up to %,d tokens, sequences of up to %,d: the data about %.2f times",
            forecast.steps(),
            forecast.stepTokens(),
            forecast.context(),
            forecast.epochs()));
    line(
        text,
        "memory",
        String.format(Locale.ROOT, "about %,.0f MiB", forecast.memory() / MEBIBYTE));
    line(text, "checkpoints", steps(forecast.checkpoints()));
    if (!forecast.evaluations().isEmpty()) {
      line(text, "evaluations", steps(forecast.evaluations()));
    }
    line(text, "folder", forecast.folder().toString());
    line(text, "done", done(forecast));
    forecast.leftOut().stream().limit(SHOWN).forEach(row -> line(text, "left out", row));
    if (forecast.leftOut().size() > SHOWN) {
      line(text, "", "and " + (forecast.leftOut().size() - SHOWN) + " more rows");
    }
    return text.toString();
  }

  private static String data(TrainingForecast forecast) {
    return String.format(
        Locale.ROOT,
        "%,d documents, %,d tokens, %,d of them to be predicted; %,d documents held out%s",
        forecast.documents(),
        forecast.tokens(),
        forecast.predicted(),
        forecast.documentsHeldOut(),
        forecast.leftOut().isEmpty()
            ? ""
            : String.format(Locale.ROOT, "; %,d rows left out", forecast.leftOut().size()));
  }

  private static String steps(List<Long> steps) {
    return steps.size() <= 2 * SHOWN + 2
        ? joined(steps)
        : joined(steps.subList(0, SHOWN))
            + " ... "
            + joined(steps.subList(steps.size() - SHOWN, steps.size()))
            + " ("
            + steps.size()
            + ")";
  }

  private static String joined(List<Long> steps) {
    return steps.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static String done(TrainingForecast forecast) {
    return forecast.finished()
        ? "all of it"
        : forecast.kept().size() + " of " + forecast.checkpoints().size() + " checkpoints";
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-12s %s%n", name, value));
  }
}
