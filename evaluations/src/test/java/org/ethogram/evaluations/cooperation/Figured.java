package org.ethogram.evaluations.cooperation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethogram.core.Ratio;
import org.ethogram.core.Seed;
import org.ethogram.evaluations.CaseResult;
import org.ethogram.evaluations.Cast;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.Outcome;
import org.ethogram.models.LanguageModel;

/** The results of one case, looked up by name. */
record Figured(EvaluationCase evaluationCase, List<Measurement> measurements) {
  /** Every case of the evaluation, run on a subject. */
  static List<Figured> all(CooperationEvaluation evaluation, LanguageModel subject) {
    return evaluation.cases().stream().map(one -> of(evaluation, one, subject)).toList();
  }

  static Figured of(
      CooperationEvaluation evaluation, EvaluationCase evaluationCase, LanguageModel subject) {
    CaseResult result = evaluation.run(evaluationCase, Cast.of(subject), new Seed(2));
    if (result.outcome() != Outcome.SCORED) {
      throw new AssertionError(evaluationCase.identity() + ": " + result.note());
    }
    return new Figured(evaluationCase, result.measurements());
  }

  Ratio ratio(String measure, String... conditions) {
    Map<String, String> wanted = new TreeMap<>();
    for (int i = 0; i < conditions.length; i += 2) {
      wanted.put(conditions[i], conditions[i + 1]);
    }
    List<Ratio> found =
        measurements.stream()
            .filter(one -> one.measure().equals(measure) && one.conditions().equals(wanted))
            .map(Measurement::ratio)
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " measurements of " + measure + " " + wanted);
    }
    return found.getFirst();
  }

  double value(String measure, String... conditions) {
    return ratio(measure, conditions).value().orElseThrow();
  }

  boolean has(String measure) {
    return measurements.stream().anyMatch(one -> one.measure().equals(measure));
  }
}
