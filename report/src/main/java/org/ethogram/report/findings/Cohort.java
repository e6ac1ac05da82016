package org.ethogram.report.findings;

import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.OptionalDouble;
import org.ethogram.lab.store.Subject;

/** Who was studied, in a sentence that promises no more than that. */
public final class Cohort {
  /** Below this number of parameters a model is called a miniature. */
  private static final long MINIATURE = 10_000_000;

  private Cohort() {}

  public static String sentence(Lineage lineage) {
    List<Subject> measured = lineage.measured();
    if (measured.isEmpty()) {
      return "The study has no subjects.";
    }
    LongSummaryStatistics parameters =
        measured.stream()
            .flatMapToLong(subject -> subject.identity().scale().parameters().stream())
            .summaryStatistics();
    boolean miniature = parameters.getCount() > 0 && parameters.getMax() < MINIATURE;
    StringBuilder sentence = new StringBuilder("The subjects are ");
    sentence.append(plural(measured.size(), miniature ? "checkpoint" : "model"));
    sentence.append(miniature ? " of miniature models" : "");
    sentence.append(" (").append(plural(lineage.sizes().size(), "size"));
    sentence.append(range(parameters)).append(", ");
    sentence.append(plural(lineage.finals().size(), "training run")).append(")");
    if (!lineage.references().isEmpty()) {
      sentence.append(" beside ").append(plural(lineage.references().size(), "reference"));
      sentence.append(", whose values are known and enter no law");
    }
    sentence.append('.');
    if (miniature) {
      sentence.append(
          " They show how behaviour forms in models that can be grown and understood on one"
              + " machine; nothing here is a result about large language models.");
    }
    return sentence.toString();
  }

  private static String range(LongSummaryStatistics parameters) {
    if (parameters.getCount() == 0) {
      return "";
    }
    String least = Numbers.count(OptionalDouble.of((double) parameters.getMin()));
    String most = Numbers.count(OptionalDouble.of((double) parameters.getMax()));
    String range = least.equals(most) ? least : least + " to " + most;
    return " of " + range + " non-embedding parameters";
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
