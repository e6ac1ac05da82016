package org.ethogram.games.solutions.nash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ethogram.games.linear.Rational;
import org.ethogram.games.solutions.Equilibrium;

/**
 * Strategies of both that can be exchanged: every mixture of the first player's with every mixture
 * of the second's is an equilibrium, and the set cannot be enlarged. All equilibria together are
 * the union of such sets (Winkels 1979; Avis, Rosenberg, Savani & von Stengel 2010, Enumeration of
 * Nash equilibria for two-player games, section 6).
 *
 * @param rows the extreme strategies of the first player
 * @param columns those of the second
 * @param component from 0: subsets with the same number are connected with each other
 */
public record NashSubset(List<List<Rational>> rows, List<List<Rational>> columns, int component) {
  private static final int MOST = 100_000;

  public NashSubset {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /** Whether it is a single equilibrium. */
  public boolean isSingle() {
    return rows.size() == 1 && columns.size() == 1;
  }

  /** The maximal subsets that these extreme equilibria span, component after component. */
  static List<NashSubset> of(List<Equilibrium> extreme) {
    List<Pair> pairs =
        extreme.stream()
            .map(one -> new Pair(one.profile().strategy(0), one.profile().strategy(1)))
            .toList();
    List<NashSubset> subsets = new ArrayList<>();
    Set<Pair> left = new LinkedHashSet<>(pairs);
    for (int component = 0; !left.isEmpty(); component++) {
      Set<Pair> connected = connected(left);
      left.removeAll(connected);
      for (Set<List<Rational>> columns : exchangeable(connected)) {
        subsets.add(
            new NashSubset(rowsBefore(connected, columns), List.copyOf(columns), component));
      }
    }
    return subsets;
  }

  /** Extreme strategies that are an equilibrium together. */
  private record Pair(List<Rational> row, List<Rational> column) {
    private boolean touches(Pair other) {
      return row.equals(other.row) || column.equals(other.column);
    }
  }

  private static Set<Pair> connected(Set<Pair> pairs) {
    List<Pair> reached = new ArrayList<>(List.of(pairs.iterator().next()));
    Set<Pair> rest = new LinkedHashSet<>(pairs);
    rest.remove(reached.getFirst());
    for (int at = 0; at < reached.size(); at++) {
      Pair from = reached.get(at);
      List<Pair> next = rest.stream().filter(from::touches).toList();
      next.forEach(rest::remove);
      reached.addAll(next);
    }
    return new LinkedHashSet<>(reached);
  }

  /** The sets of columns that some set of rows has in common, none of them empty. */
  private static Set<Set<List<Rational>>> exchangeable(Set<Pair> pairs) {
    Set<Set<List<Rational>>> closed = new LinkedHashSet<>();
    Set<List<Rational>> rows = new LinkedHashSet<>();
    pairs.forEach(pair -> rows.add(pair.row()));
    for (List<Rational> row : rows) {
      Set<List<Rational>> answers = new LinkedHashSet<>();
      pairs.stream().filter(pair -> pair.row().equals(row)).forEach(p -> answers.add(p.column()));
      Set<Set<List<Rational>>> added = new LinkedHashSet<>(Set.of(answers));
      for (Set<List<Rational>> other : closed) {
        Set<List<Rational>> common = new LinkedHashSet<>(other);
        common.retainAll(answers);
        if (!common.isEmpty() && closed.size() + added.size() < MOST) {
          added.add(common);
        }
      }
      closed.addAll(added);
    }
    return closed;
  }

  private static List<List<Rational>> rowsBefore(Set<Pair> pairs, Set<List<Rational>> columns) {
    Set<List<Rational>> rows = new LinkedHashSet<>();
    pairs.forEach(pair -> rows.add(pair.row()));
    Set<Pair> known = new HashSet<>(pairs);
    return rows.stream()
        .filter(row -> columns.stream().allMatch(column -> known.contains(new Pair(row, column))))
        .toList();
  }
}
