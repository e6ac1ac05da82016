package org.ethogram.lab.store;

import java.util.Comparator;
import org.ethogram.evaluations.Evaluation;

/**
 * What makes an episode the same episode when a study is run again.
 *
 * @param subject hash over the subject's identity: name, revision, weights and tokenizer
 * @param evaluation name of the evaluation
 * @param settings hash over the evaluation's settings
 * @param evaluationCase identity of the case
 * @param repeat from 0
 */
public record EpisodeKey(
    String subject, String evaluation, String settings, String evaluationCase, int repeat)
    implements Comparable<EpisodeKey> {
  private static final Comparator<EpisodeKey> ORDER =
      Comparator.comparing(EpisodeKey::subject)
          .thenComparing(EpisodeKey::evaluation)
          .thenComparing(EpisodeKey::settings)
          .thenComparing(EpisodeKey::evaluationCase)
          .thenComparingInt(EpisodeKey::repeat);

  /** The hash over an evaluation's settings that stands in its keys. */
  public static String settings(Evaluation evaluation) {
    var text = new StringBuilder();
    evaluation.settings().forEach((name, value) -> text.append(name + '=' + value + '\n'));
    return Sha256.of(text.toString());
  }

  @Override
  public int compareTo(EpisodeKey other) {
    return ORDER.compare(this, other);
  }
}
