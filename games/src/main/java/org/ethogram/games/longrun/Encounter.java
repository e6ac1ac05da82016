package org.ethogram.games.longrun;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.chains.MarkovChain;

/**
 * Two strategies of finitely many states playing each other for ever, computed exactly: the joint
 * states form a Markov chain (Nowak, Sigmund & El-Sedy 1995).
 *
 * <p>With noise each player's hand slips in each round with that chance, independently, and both
 * see what was done ({@link org.ethogram.games.play.TremblingHand}).
 */
public final class Encounter {
  private static final int MOST_STATES = 3000;

  private final List<JointState> states = new ArrayList<>();
  private final Automaton first;
  private final Automaton second;

  /** Where both are, how probable each outcome of the coming round is, and where it leads. */
  private static final class JointState {
    private final int first;
    private final int second;
    private final Frequencies coming;
    private final int[] next = new int[Outcome.ALL.size()];

    JointState(int first, int second, Frequencies coming) {
      this.first = first;
      this.second = second;
      this.coming = coming;
    }
  }

  /**
   * @param noise from 0 to 1
   * @throws EthogramException {@code INVALID_DATA} for other noise, or for more joint states than
   *     can be solved
   */
  public Encounter(Automaton first, Automaton second, double noise) {
    this.first = first;
    this.second = second;
    if (!(noise >= 0 && noise <= 1)) {
      throw invalid("a noise of " + noise, "Give a number from 0 to 1");
    }
    explore(noise);
  }

  /** Whether the game is of two players with two actions each. */
  public static boolean suits(Game game) {
    return game.seats() == 2 && game.actions(0).size() == 2 && game.actions(1).size() == 2;
  }

  /**
   * The share of each outcome when every round is the last with the chance 1 - discount, or, which
   * is the same, when round t weighs (1 - discount) discount^(t-1).
   *
   * <p>Such a game begins anew for ever, and is solved as that chain.
   *
   * @param discount from 0 to below 1
   */
  public Frequencies discounted(double discount) {
    if (!(discount >= 0 && discount < 1)) {
      throw invalid("a discount of " + discount, "Give a number from 0 to below 1");
    }
    double[][] renewed = transitions();
    for (double[] row : renewed) {
      for (int to = 0; to < row.length; to++) {
        row[to] *= discount;
      }
      row[0] += 1 - discount;
    }
    int[] all = IntStream.range(0, states.size()).toArray();
    double[] shares = new MarkovChain(renewed).stationary(all);
    Frequencies frequencies = Frequencies.NONE;
    for (int state = 0; state < shares.length; state++) {
      frequencies = frequencies.plus(shares[state], states.get(state).coming);
    }
    return frequencies;
  }

  /** How many joint states play can pass through. */
  public int jointStates() {
    return states.size();
  }

  /** How probable each outcome is in each of the first rounds. */
  public List<Frequencies> firstRounds(int rounds) {
    List<Frequencies> expected = new ArrayList<>();
    double[] now = new double[states.size()];
    now[0] = 1;
    for (int round = 0; round < rounds; round++) {
      Frequencies coming = Frequencies.NONE;
      double[] then = new double[now.length];
      for (int from = 0; from < now.length; from++) {
        if (now[from] > 0) {
          JointState state = states.get(from);
          coming = coming.plus(now[from], state.coming);
          for (Outcome outcome : Outcome.ALL) {
            then[state.next[outcome.index()]] += now[from] * state.coming.of(outcome);
          }
        }
      }
      expected.add(coming);
      now = then;
    }
    return expected;
  }

  /** The limit of the means over ever more rounds, from the strategies' own first moves. */
  public LongRun longRun() {
    Frequencies frequencies = Frequencies.NONE;
    List<LongRun.Ending> endings = new ArrayList<>();
    for (MarkovChain.ClosedClass ending : new MarkovChain(transitions()).ending()) {
      Frequencies within = frequencies(ending.states(), ending.shares());
      frequencies = frequencies.plus(ending.probability(), within);
      endings.add(new LongRun.Ending(ending.probability(), within));
    }
    return new LongRun(frequencies, endings);
  }

  /** The long run, or with a discount below 1 the discounted play. */
  public Frequencies frequencies(double discount) {
    return discount == 1 ? longRun().frequencies() : discounted(discount);
  }

  private Frequencies frequencies(List<Integer> among, List<Double> shares) {
    Frequencies frequencies = Frequencies.NONE;
    for (int position = 0; position < among.size(); position++) {
      frequencies = frequencies.plus(shares.get(position), states.get(among.get(position)).coming);
    }
    return frequencies;
  }

  private double[][] transitions() {
    double[][] transitions = new double[states.size()][states.size()];
    for (int from = 0; from < transitions.length; from++) {
      JointState state = states.get(from);
      for (Outcome outcome : Outcome.ALL) {
        double probability = state.coming.of(outcome);
        if (probability > 0) {
          transitions[from][state.next[outcome.index()]] += probability;
        }
      }
    }
    return transitions;
  }

  private void explore(double noise) {
    Map<List<Integer>, Integer> indices = new HashMap<>();
    enter(0, 0, noise, indices);
    for (int index = 0; index < states.size(); index++) {
      JointState state = states.get(index);
      for (Outcome outcome : Outcome.ALL) {
        if (state.coming.of(outcome) > 0) {
          state.next[outcome.index()] =
              enter(
                  first.states().get(state.first).after(outcome),
                  second.states().get(state.second).after(outcome.mirrored()),
                  noise,
                  indices);
        }
      }
    }
  }

  private int enter(int one, int other, double noise, Map<List<Integer>, Integer> indices) {
    return indices.computeIfAbsent(
        List.of(one, other),
        _ -> {
          if (states.size() == MOST_STATES) {
            throw invalid(
                "more than " + MOST_STATES + " joint states", "Choose strategies of fewer states");
          }
          Frequencies coming =
              coming(
                  first.states().get(one).cooperation(),
                  second.states().get(other).cooperation(),
                  noise);
          states.add(new JointState(one, other, coming));
          return states.size() - 1;
        });
  }

  /** Cooperation and defection are found apart, so that the smallest noise keeps its digits. */
  private static Frequencies coming(double one, double other, double noise) {
    double c = (1 - noise) * one + noise * (1 - one);
    double d = (1 - noise) * (1 - one) + noise * one;
    double otherC = (1 - noise) * other + noise * (1 - other);
    double otherD = (1 - noise) * (1 - other) + noise * other;
    return new Frequencies(c * otherC, c * otherD, d * otherC, d * otherD);
  }

  private EthogramException invalid(String problem, String remedy) {
    return new EthogramException(
        ErrorCode.INVALID_DATA,
        "'" + first.name() + "' against '" + second.name() + "'",
        problem,
        remedy);
  }
}
