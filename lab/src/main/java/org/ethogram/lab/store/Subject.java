package org.ethogram.lab.store;

import org.ethogram.models.ModelIdentity;

/**
 * A model as a study knows it.
 *
 * @param label unique within a study and short enough for a chart, such as {@code 150k@step512}
 * @param family models that differ only in size and step, such as one organism family of one seed;
 *     the cluster of a scaling law
 * @param size what the members of one training run share, such as {@code 150k}: its checkpoints are
 *     repeated measures
 * @param reference true for a subject that is a known target, such as the ideal reader of a corpus,
 *     and no point of any law
 */
public record Subject(
    String label, String family, String size, boolean reference, ModelIdentity identity) {
  /**
   * SHA-256 over what the subject is (name, revision, weights and tokenizer), whatever it is
   * called: the subject of an {@link EpisodeKey}. Where there is no hash of the weights, who
   * answers stands for them: equal names at two providers, or in a conversation and without one,
   * are different subjects.
   */
  public String hash() {
    String weights = identity.weightsHash();
    return Sha256.of(
        String.join(
            "\n",
            identity.name(),
            identity.revision(),
            weights.isEmpty() ? identity.architecture() : weights,
            identity.tokenizerHash()));
  }
}
