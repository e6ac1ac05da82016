package org.ethogram.games.strategies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides for a player whose draws do not show in its moves: it weighs every state of mind that the
 * player may be in by how probable the player's own moves so far were in it (a forward filter,
 * Rabiner 1989), so that the chance of cooperation is exact given the history.
 *
 * <p>A move that was impossible in every state was a slip of the hand and teaches nothing.
 *
 * @param <S> a state of mind, compared by its value
 */
final class Belief<S> implements Decider {
  /** States less probable than this are dropped, which bounds the error. */
  private static final double NEGLIGIBLE = 1e-9;

  private final Mind<S> mind;
  private Map<S, Double> afterCooperating = Map.of();
  private Map<S, Double> afterDefecting;

  Belief(S start, Mind<S> mind) {
    this.mind = mind;
    this.afterDefecting = Map.of(start, 1.0);
  }

  @Override
  public double decide(Diary diary) {
    Map<S, Double> states = given(diary);
    double total = sum(states);
    Map<S, Double> cooperating = new HashMap<>();
    Map<S, Double> defecting = new HashMap<>();
    states.forEach(
        (state, weight) -> {
          for (Course<S> course : mind.courses(state, diary)) {
            double probability = weight / total * course.probability();
            if (probability > NEGLIGIBLE) {
              (course.cooperates() ? cooperating : defecting)
                  .merge(course.next(), probability, Double::sum);
            }
          }
        });
    afterCooperating = cooperating;
    afterDefecting = defecting;
    double cooperation = sum(cooperating);
    return cooperation / (cooperation + sum(defecting));
  }

  private Map<S, Double> given(Diary diary) {
    boolean cooperated = !diary.isEmpty() && diary.self(1);
    Map<S, Double> states = cooperated ? afterCooperating : afterDefecting;
    return states.isEmpty() ? (cooperated ? afterDefecting : afterCooperating) : states;
  }

  private static double sum(Map<?, Double> weights) {
    return weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** How a player in some state goes through a round. */
  @FunctionalInterface
  interface Mind<S> {
    /** What it may do now and then be in; the probabilities sum to 1. */
    List<Course<S>> courses(S state, Diary diary);
  }

  /** One way through a round. */
  record Course<S>(double probability, boolean cooperates, S next) {
    static <S> List<Course<S>> certain(boolean cooperates, S next) {
      return List.of(new Course<>(1, cooperates, next));
    }
  }
}
