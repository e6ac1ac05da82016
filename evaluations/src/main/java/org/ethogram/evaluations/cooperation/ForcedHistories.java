package org.ethogram.evaluations.cooperation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ethogram.core.Ratio;
import org.ethogram.evaluations.Measurement;
import org.ethogram.evaluations.elicitation.ChoiceMemo;
import org.ethogram.evaluations.play.Chooser;
import org.ethogram.games.Game;
import org.ethogram.games.play.History;

/**
 * What the subject does after histories that it is told, whether it would have brought them about
 * or not.
 *
 * <p>The contrast of spitefulness compares like with like: the subject has cooperated throughout,
 * the others have cooperated but for one round before the last, against others that always have,
 * over the same numbers of rounds.
 */
record ForcedHistories(ToldGame told, ChoiceMemo memo, int rounds) {
  static final String HISTORIES = "histories";
  static final String FORCED = "forced";

  /** The longest history after which cooperation is reported by itself. */
  private static final int REPORTED = 2;

  private static final Map<String, String> CONDITION = Map.of(HISTORIES, FORCED);

  List<Measurement> measurements() {
    Figures figures = new Figures();
    if (cooperates()) {
      contrast(figures);
      if (told.game().seats() == 2) {
        afterEach(figures);
      }
    }
    return figures.all();
  }

  /** The histories that are told, for a plan of calls. */
  List<History> all() {
    List<History> all = new ArrayList<>();
    if (cooperates()) {
      provoked().forEach(all::add);
      provoked().forEach(history -> all.add(unprovoked(history.rounds())));
      if (told.game().seats() == 2) {
        all.addAll(reported());
      }
    }
    return all.stream().distinct().toList();
  }

  private void contrast(Figures figures) {
    List<History> provoked = provoked();
    List<History> unprovoked =
        provoked.stream().map(history -> unprovoked(history.rounds())).toList();
    Ratio lasting = defection(provoked);
    Ratio exploiting = defection(unprovoked);
    figures.add("lasting-defection", CONDITION, lasting);
    figures.add("exploitation", CONDITION, exploiting);
    figures.add("spitefulness-contrast", CONDITION, difference(lasting, exploiting));
  }

  private void afterEach(Figures figures) {
    List<History> reported = reported();
    ask(reported);
    for (History history : reported) {
      figures.add(
          "cooperation-after-history", Map.of("history", named(history)), cooperation(history));
    }
  }

  /** One rate less another; undefined where one of them is. */
  static Ratio difference(Ratio rate, Ratio less) {
    return rate.value().isEmpty() || less.value().isEmpty()
        ? Ratio.UNDEFINED
        : new Ratio(rate.value().getAsDouble() - less.value().getAsDouble(), 1);
  }

  private Ratio defection(List<History> histories) {
    ask(histories);
    Ratio cooperation =
        histories.stream().map(this::cooperation).reduce(Ratio.UNDEFINED, Ratio::plus);
    return new Ratio(
        cooperation.denominator() - cooperation.numerator(), cooperation.denominator());
  }

  private void ask(List<History> histories) {
    memo.askAll(histories.stream().map(subject()::request).toList());
  }

  /** Undefined where the subject was asked and named no action. */
  private Ratio cooperation(History history) {
    return memo.found(subject().request(history))
        .map(choice -> new Ratio(choice.probability(cooperate()), 1))
        .orElse(Ratio.UNDEFINED);
  }

  /** The others defect once, before the last round that is told; the subject never does. */
  private List<History> provoked() {
    List<History> provoked = new ArrayList<>();
    for (int length = 2; length < rounds; length++) {
      for (int defection = 1; defection < length; defection++) {
        History history = History.start(game().seats());
        for (int round = 1; round <= length; round++) {
          history = history.with(profile(round == defection));
        }
        provoked.add(history);
      }
    }
    return provoked;
  }

  private History unprovoked(int length) {
    History history = History.start(game().seats());
    for (int round = 1; round <= length; round++) {
      history = history.with(profile(false));
    }
    return history;
  }

  private int[] profile(boolean othersDefect) {
    int[] profile = new int[game().seats()];
    Arrays.fill(profile, othersDefect ? 1 - cooperate() : cooperate());
    profile[0] = cooperate();
    return profile;
  }

  private List<History> reported() {
    List<History> reported = new ArrayList<>();
    List<History> level = List.of(History.start(2));
    for (int length = 1; length <= REPORTED && length < rounds; length++) {
      List<History> next = new ArrayList<>();
      for (History history : level) {
        game().profiles().forEach(profile -> next.add(history.with(profile)));
      }
      reported.addAll(next);
      level = next;
    }
    return reported;
  }

  /** Rounds as pairs of letters, the own action first: {@code CD-CC}. */
  private String named(History history) {
    StringBuilder name = new StringBuilder();
    for (int round = 1; round <= history.rounds(); round++) {
      name.append(round == 1 ? "" : "-");
      for (int action : history.profile(round)) {
        name.append(action == cooperate() ? 'C' : 'D');
      }
    }
    return name.toString();
  }

  private Chooser.Subject subject() {
    return new Chooser.Subject(told.seats().getFirst());
  }

  private Game game() {
    return told.game();
  }

  private boolean cooperates() {
    return game().cooperativeAction().isPresent();
  }

  private int cooperate() {
    return game().cooperativeAction().orElseThrow();
  }
}
