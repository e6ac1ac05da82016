package org.ethogram.training.initialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LookBackTest {
  private static final int HEAD_SIZE = 16;
  private static final double BASE = 100;

  @Test
  void eachHeadScoresTheTokenAtItsOffsetHighestByTheGivenSharpness() {
    List<Integer> offsets = List.of(1, 3);
    float[] biases = new LookBack(offsets, 2).biases(3, HEAD_SIZE, HEAD_SIZE, BASE);
    for (int head = 0; head < offsets.size(); head++) {
      int offset = offsets.get(head);
      double best = score(biases, head, offset);
      for (int distance = 0; distance < 40; distance++) {
        if (distance != offset) {
          assertThat(score(biases, head, distance)).isLessThanOrEqualTo(best - 2 + 1e-4);
        }
      }
      assertThat(score(biases, head, offset + 1)).isCloseTo(best - 2, within(1e-4));
    }
    assertThat(score(biases, 2, 1)).as("a head beyond the list").isZero();
  }

  /** What rotary attention makes of the biases: both turned by their positions, then multiplied. */
  private static double score(float[] biases, int head, int distance) {
    int query = head * 3 * HEAD_SIZE;
    int key = query + HEAD_SIZE;
    int planes = HEAD_SIZE / 2;
    double score = 0;
    for (int plane = 0; plane < planes; plane++) {
      double angle = distance * Math.pow(BASE, -2.0 * plane / HEAD_SIZE);
      double q1 = biases[query + plane];
      double q2 = biases[query + plane + planes];
      double turned1 = q1 * Math.cos(angle) - q2 * Math.sin(angle);
      double turned2 = q1 * Math.sin(angle) + q2 * Math.cos(angle);
      score += turned1 * biases[key + plane] + turned2 * biases[key + plane + planes];
    }
    return score / Math.sqrt(HEAD_SIZE);
  }
}
