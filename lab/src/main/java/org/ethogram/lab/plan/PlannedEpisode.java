package org.ethogram.lab.plan;

import org.ethogram.core.Seed;
import org.ethogram.evaluations.Evaluation;
import org.ethogram.evaluations.EvaluationCase;
import org.ethogram.lab.behaviour.Behaviour.Headline;
import org.ethogram.lab.store.EpisodeKey;
import org.ethogram.lab.subject.PreparedSubject;

/**
 * An episode before it is run.
 *
 * @param headline what a display shows while it runs
 */
public record PlannedEpisode(
    EpisodeKey key,
    PreparedSubject subject,
    Evaluation evaluation,
    EvaluationCase evaluationCase,
    Headline headline,
    Seed seed) {
  /**
   * The seed of an episode: derived from the study's by everything that tells the episode from
   * others, so that it depends neither on the order of running nor on what else is in the plan.
   */
  static Seed seed(Seed study, EpisodeKey key) {
    return study
        .derive(key.evaluation())
        .derive(key.settings())
        .derive(key.evaluationCase())
        .derive("repeat", key.repeat())
        .derive(key.subject());
  }
}
