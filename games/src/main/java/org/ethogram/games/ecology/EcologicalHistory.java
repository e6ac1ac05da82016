package org.ethogram.games.ecology;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.populations.PayoffMatrix;

/**
 * How the shares of an ecological tournament changed, and how they might have changed had the
 * payoffs been measured again.
 *
 * @param generations one row of shares a generation, the start first
 * @param resampledEnds the last generation under each resampled payoff matrix; none where the
 *     payoffs are exact
 */
public record EcologicalHistory(
    List<String> types, List<double[]> generations, List<double[]> resampledEnds) {
  private static final double TAIL = 0.025;

  public EcologicalHistory {
    types = List.copyOf(types);
    generations = List.copyOf(generations);
    resampledEnds = List.copyOf(resampledEnds);
  }

  /** The central 95% of resampled shares. */
  public record Range(double low, double high) {}

  /**
   * @param resamples how many payoff matrices are drawn around the measured one
   */
  public static EcologicalHistory of(
      PayoffMatrix payoffs, double[] start, int generations, int resamples, Seed seed) {
    List<double[]> history = new EcologicalTournament(payoffs).generations(start, generations);
    List<double[]> ends =
        isExact(payoffs)
            ? List.of()
            : IntStream.range(0, resamples)
                .parallel()
                .mapToObj(
                    index ->
                        new EcologicalTournament(
                                payoffs.resampled(seed.derive("resample", index).generator()))
                            .generations(start, generations)
                            .getLast())
                .toList();
    return new EcologicalHistory(payoffs.types(), history, ends);
  }

  public double share(int generation, int type) {
    return generations.get(generation)[type];
  }

  public double lastShare(int type) {
    return generations.getLast()[type];
  }

  /** The types by their last share, the greatest first; equal ones in their order. */
  public List<Integer> ranking() {
    return IntStream.range(0, types.size())
        .boxed()
        .sorted((one, other) -> Double.compare(lastShare(other), lastShare(one)))
        .toList();
  }

  /** The interval of a type's last share; empty where nothing was resampled. */
  public Optional<Range> interval(int type) {
    if (resampledEnds.isEmpty()) {
      return Optional.empty();
    }
    double[] sorted = resampledEnds.stream().mapToDouble(end -> end[type]).sorted().toArray();
    return Optional.of(new Range(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL)));
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static boolean isExact(PayoffMatrix payoffs) {
    return IntStream.range(0, payoffs.size())
        .allMatch(
            type ->
                IntStream.range(0, payoffs.size())
                    .allMatch(from -> payoffs.error(type, from) == 0));
  }
}
