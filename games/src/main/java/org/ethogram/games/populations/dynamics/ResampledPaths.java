package org.ethogram.games.populations.dynamics;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ethogram.core.Seed;
import org.ethogram.games.populations.PopulationGame;

/**
 * The paths that other measurements of the payoffs would have led to, all from one start.
 *
 * @param paths one a resampled game
 */
public record ResampledPaths(List<Path> paths) {
  /** Above this share a type has taken over. */
  public static final double TAKEN_OVER = 0.99;

  public ResampledPaths {
    paths = List.copyOf(paths);
  }

  public static ResampledPaths of(
      PopulationGame game,
      Function<PopulationGame, Motion> motion,
      double[][] start,
      double[] times,
      int resamples,
      Seed seed) {
    return new ResampledPaths(
        IntStream.range(0, resamples)
            .parallel()
            .mapToObj(
                resample ->
                    motion
                        .apply(game.resampled(seed.derive("resample", resample).generator()))
                        .path(start, times))
            .toList());
  }

  /** In how many paths the type has taken over its population in the end. */
  public int takeovers(int population, int type) {
    return (int) paths.stream().filter(path -> path.end()[population][type] > TAKEN_OVER).count();
  }

  /** The shares of a type at one of the times, a path each. */
  public double[] shares(int time, int population, int type) {
    return paths.stream().mapToDouble(path -> path.states().get(time)[population][type]).toArray();
  }
}
