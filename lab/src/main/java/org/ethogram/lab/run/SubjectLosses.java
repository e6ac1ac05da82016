package org.ethogram.lab.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ethogram.core.EthogramException;
import org.ethogram.lab.store.EpisodeStore;
import org.ethogram.lab.store.Subject;
import org.ethogram.lab.store.SubjectLoss;
import org.ethogram.lab.subject.PreparedSubject;
import org.ethogram.models.Capability;
import org.ethogram.models.ContinuationScore;
import org.ethogram.models.LanguageModel;
import org.ethogram.models.Prompt;
import org.ethogram.models.ScoreRequest;

/**
 * The losses of the subjects, and whether they move over a training run as training would move
 * them.
 */
final class SubjectLosses {
  /** Measured on every subject that brings no loss of its own. */
  static final String FIXED_TEXT = "fixed-text";

  /** Nats that a later checkpoint may stand above the best earlier one. */
  private static final double ALLOWED_RISE = 0.5;

  private static final String OPENING = "Two farmers lived on either side of a small river.";
  private static final String CONTINUATION =
      " Every spring the water rose and carried away the bridge between their fields, and every"
          + " spring they had to build it again. If both of them worked, it was done in a day. If"
          + " only one worked, it took a week, and the other walked over it all the same. One year"
          + " neither of them began, and the whole summer they had to go the long way around.";

  private final EpisodeStore store;

  SubjectLosses(EpisodeStore store) {
    this.store = store;
  }

  /** Measures and keeps the loss on the fixed text, where the subject brings none. */
  void measure(PreparedSubject prepared, LanguageModel model) {
    Subject subject = prepared.subject();
    if (subject.reference()
        || !prepared.losses().isEmpty()
        || !model.capabilities().contains(Capability.SCORING)) {
      return;
    }
    try {
      ContinuationScore score =
          model.score(new ScoreRequest(Prompt.of(OPENING), List.of(CONTINUATION))).getFirst();
      int tokens = score.tokens().size();
      double nats = -score.logProbability() / tokens;
      if (Double.isFinite(nats)) {
        store.append(new SubjectLoss(subject.label(), FIXED_TEXT, nats, OptionalLong.of(tokens)));
      } else {
        store.warn("'" + subject.label() + "' has no finite loss on a fixed English text");
      }
    } catch (EthogramException e) {
      store.warn(
          "'" + subject.label() + "' has no loss on a fixed English text: " + e.getMessage());
    }
  }

  /**
   * Warns of every training run whose loss on the fixed text rises with training: a sign of
   * checkpoints that are not what they say. A loss that a subject brings with it may rise under a
   * curriculum and says nothing.
   */
  void check() {
    Map<String, Subject> subjects =
        store.subjects().stream().collect(Collectors.toMap(Subject::label, subject -> subject));
    Map<String, List<Point>> runs = new TreeMap<>();
    for (SubjectLoss loss : store.losses()) {
      Subject subject = subjects.get(loss.subject());
      if (loss.loss().equals(FIXED_TEXT)
          && subject != null
          && subject.identity().scale().trainingSteps().isPresent()) {
        String run = subject.family() + ", " + subject.size() + ", " + loss.loss();
        long step = subject.identity().scale().trainingSteps().getAsLong();
        runs.computeIfAbsent(run, key -> new ArrayList<>()).add(new Point(step, loss.nats()));
      }
    }
    runs.forEach(this::check);
  }

  /** A loss after so many steps of training. */
  private record Point(long step, double nats) {}

  private void check(String run, List<Point> points) {
    points.sort(Comparator.comparingLong(Point::step));
    Point best = points.getFirst();
    for (Point point : points) {
      if (point.nats() > best.nats() + ALLOWED_RISE) {
        store.warn(
            String.format(
                Locale.ROOT,
                "loss rises with training (%s): %.3f nats at step %d, %.3f at step %d;"
                    + " a checkpoint may not be what it says",
                run,
                best.nats(),
                best.step(),
                point.nats(),
                point.step()));
        return;
      }
      best = point.nats() < best.nats() ? point : best;
    }
  }
}
