package org.ethogram.organisms.corpus;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.games.telling.Fragment;
import org.ethogram.games.telling.Question;
import org.ethogram.games.telling.Told;
import org.ethogram.training.language.Document;
import org.ethogram.training.language.Segment;

/** A document being written, each piece with the loss weight of its sort. */
final class Draft {
  private final LossWeights weights;
  private final List<Segment> segments = new ArrayList<>();

  Draft(LossWeights weights) {
    this.weights = weights;
  }

  Document document() {
    return new Document(segments);
  }

  /** Wording that never changes. */
  Draft wording(String text) {
    return add(text, weights.wording());
  }

  Draft line() {
    return wording("\n");
  }

  /** What nothing foretells. */
  Draft given(String text) {
    return add(text, 0);
  }

  /** What can be known from what was given. */
  Draft answer(String text) {
    return add(text, weights.answer());
  }

  /** Rules or a question: only the wording can be foretold. */
  Draft given(Told told) {
    for (Fragment fragment : told.fragments()) {
      double weight =
          switch (fragment.part()) {
            case WORDING -> weights.wording();
            case ROUNDS,
                ROUND,
                CHANCE,
                WORDS,
                OWN_ACTION,
                OTHER_ACTION,
                OWN_POINTS,
                OTHER_POINTS,
                ANSWER ->
                0;
          };
      add(fragment.text(), weight);
    }
    return this;
  }

  /** A rule told before: its numbers can be looked up. */
  Draft again(Told told) {
    for (Fragment fragment : told.fragments()) {
      double weight =
          switch (fragment.part()) {
            case WORDING -> weights.wording();
            case OWN_POINTS -> weights.answer();
            case OTHER_POINTS -> weights.otherPoints();
            case ROUNDS, ROUND, CHANCE, WORDS, OWN_ACTION, OTHER_ACTION, ANSWER -> 0;
          };
      add(fragment.text(), weight);
    }
    return this;
  }

  /** A round, whose actions only the people foretell and whose points follow from the rules. */
  Draft round(Told told, boolean first) {
    for (Fragment fragment : told.fragments()) {
      double weight =
          switch (fragment.part()) {
            case WORDING, ROUND, ROUNDS, CHANCE, WORDS, ANSWER -> weights.wording();
            case OWN_ACTION, OTHER_ACTION -> first ? weights.firstAction() : weights.action();
            case OWN_POINTS -> weights.points();
            case OTHER_POINTS -> weights.otherPoints();
          };
      add(fragment.text(), weight);
    }
    return this;
  }

  Draft question(Question question) {
    return given(question.told()).answer(" " + question.answer()).wording(".").line();
  }

  private Draft add(String text, double weight) {
    segments.add(new Segment(text, (float) weight));
    return this;
  }
}
