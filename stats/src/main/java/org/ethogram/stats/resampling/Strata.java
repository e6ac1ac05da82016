package org.ethogram.stats.resampling;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The groups of units within which a resample draws; each keeps its size. */
public final class Strata {
  private final int units;
  private final List<int[]> members;

  private Strata(int units, List<int[]> members) {
    this.units = units;
    this.members = members;
  }

  /** All units in one stratum. */
  public static Strata single(int units) {
    return new Strata(units, List.of(IntStream.range(0, units).toArray()));
  }

  /**
   * @param names the stratum of each unit
   */
  public static Strata of(List<String> names) {
    List<int[]> members =
        IntStream.range(0, names.size())
            .boxed()
            .collect(Collectors.groupingBy(names::get, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(list -> list.stream().mapToInt(unit -> unit).toArray())
            .toList();
    return new Strata(names.size(), members);
  }

  int units() {
    return units;
  }

  /** Degrees of freedom: units less strata. */
  int freedom() {
    return units - members.size();
  }

  void draw(RandomGenerator random, double[] weights) {
    Arrays.fill(weights, 0);
    for (int[] stratum : members) {
      for (int draw = 0; draw < stratum.length; draw++) {
        weights[stratum[random.nextInt(stratum.length)]]++;
      }
    }
  }
}
