package org.ethogram.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ethogram.core.Seed;
import org.ethogram.stats.Estimate;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
  private record Scored(String cluster, double score) {}

  @Test
  void equalSeedsGiveEqualIntervals() {
    List<Scored> data = sample(new Seed(5), 12);
    ClusterBootstrap bootstrap = new ClusterBootstrap(new Seed(1), 200, 0.95);
    assertThat(mean(bootstrap, data)).isEqualTo(mean(bootstrap, data));
    assertThat(mean(new ClusterBootstrap(new Seed(2), 200, 0.95), data))
        .isNotEqualTo(mean(bootstrap, data));
  }

  /** Twelve clusters of four observations that share most of their error; the true mean is 0. */
  @Test
  void coversTheTruthAsOftenAsItSays() {
    int repetitions = 150;
    int covered = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      Seed seed = new Seed(repetition);
      ClusterBootstrap bootstrap = new ClusterBootstrap(seed.derive("bootstrap"), 300, 0.95);
      if (mean(bootstrap, sample(seed, 12)).interval().orElseThrow().contains(0)) {
        covered++;
      }
    }
    assertThat(covered / (double) repetitions).isBetween(0.89, 0.99);
  }

  @Test
  void aStatisticThatIsOftenUndefinedHasNoInterval() {
    List<Scored> data =
        Stream.of("a", "b", "c", "d", "e").map(cluster -> new Scored(cluster, 1)).toList();
    Estimate estimate =
        new ClusterBootstrap(new Seed(3), 100, 0.95)
            .estimate(
                data,
                Scored::cluster,
                drawn ->
                    drawn.stream().map(Scored::cluster).distinct().count() == 5
                        ? OptionalDouble.of(1)
                        : OptionalDouble.empty());
    assertThat(estimate.value()).hasValue(1);
    assertThat(estimate.interval()).isEmpty();
    assertThat(estimate.method()).startsWith("undefined in ");
  }

  @Test
  void fourClustersAreTooFewForAnInterval() {
    Estimate estimate = mean(new ClusterBootstrap(new Seed(1)), sample(new Seed(5), 4));
    assertThat(estimate.value()).isPresent();
    assertThat(estimate.interval()).isEmpty();
    assertThat(estimate.method()).isEqualTo("fewer than 5 clusters to resample");
  }

  private static Estimate mean(ClusterBootstrap bootstrap, List<Scored> data) {
    return bootstrap.estimate(
        data, Scored::cluster, drawn -> drawn.stream().mapToDouble(Scored::score).average());
  }

  private static List<Scored> sample(Seed seed, int clusters) {
    RandomGenerator random = seed.derive("data").generator();
    List<Scored> data = new ArrayList<>();
    for (int cluster = 0; cluster < clusters; cluster++) {
      double shared = random.nextGaussian();
      for (int item = 0; item < 4; item++) {
        data.add(new Scored("cluster " + cluster, shared + 0.3 * random.nextGaussian()));
      }
    }
    return data;
  }
}
