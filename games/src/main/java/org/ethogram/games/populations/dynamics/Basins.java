package org.ethogram.games.populations.dynamics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;

/**
 * Where populations end from states drawn evenly from all.
 *
 * @param starts how many were drawn
 * @param basins the ends by how many starts led there, the most frequent first
 * @param moving how many starts had not settled in the time
 */
public record Basins(int starts, List<Basin> basins, int moving) {
  private static final double SAME = 1e-3;

  public Basins {
    basins = List.copyOf(basins);
  }

  /**
   * An end, a row of shares for each population, and how many starts led to within a thousandth of
   * it.
   */
  public record Basin(List<double[]> end, int starts) {
    public Basin {
      end = List.copyOf(end);
    }
  }

  /**
   * @param time after which a state that moves by less than a thousandth in a tenth of that time
   *     has settled
   */
  public static Basins of(Motion motion, int starts, double time, Seed seed) {
    List<Path> paths =
        IntStream.range(0, starts)
            .parallel()
            .mapToObj(
                start ->
                    motion.path(
                        States.drawn(motion.game(), seed.derive("start", start).generator()),
                        new double[] {0.9 * time, time}))
            .toList();
    List<double[][]> ends = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    int moving = 0;
    for (Path path : paths) {
      if (!near(path.states().getFirst(), path.end())) {
        moving++;
        continue;
      }
      int at = 0;
      while (at < ends.size() && !near(ends.get(at), path.end())) {
        at++;
      }
      if (at == ends.size()) {
        ends.add(path.end());
        counts.add(0);
      }
      counts.set(at, counts.get(at) + 1);
    }
    List<Basin> basins =
        IntStream.range(0, ends.size())
            .mapToObj(at -> new Basin(List.of(ends.get(at)), counts.get(at)))
            .sorted(Comparator.comparingInt((Basin basin) -> -basin.starts()))
            .toList();
    return new Basins(starts, basins, moving);
  }

  private static boolean near(double[][] one, double[][] other) {
    double[] first = Shares.flat(one);
    double[] second = Shares.flat(other);
    return IntStream.range(0, first.length).allMatch(at -> Math.abs(first[at] - second[at]) < SAME);
  }
}
