package org.ethogram.games.fingerprints;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.games.DilemmaPayoffs;
import org.ethogram.games.tournament.DilemmaMatch;
import org.ethogram.games.tournament.Tally;

/** The first player's mean payoffs a round in several matches. */
final class PlayedScores {
  private final double[] scores;
  private final boolean leftToChance;

  private PlayedScores(double[] scores, boolean leftToChance) {
    this.scores = scores;
    this.leftToChance = leftToChance;
  }

  /** A match that nothing is left to chance in is played once. */
  static PlayedScores of(DilemmaMatch match, int matches, Seed seed) {
    if (matches < 1) {
      throw new EthogramException(
          ErrorCode.INVALID_DATA, "fingerprint", matches + " matches", "Give at least one");
    }
    DilemmaPayoffs payoffs = DilemmaPayoffs.of(match.terms().game()).orElseThrow();
    double[] scores = new double[matches];
    for (int index = 0; index < matches; index++) {
      Tally tally = match.play(seed.derive("match", index));
      scores[index] = tally.payoff(payoffs) / tally.rounds();
      if (!tally.hadChance()) {
        Arrays.fill(scores, scores[index]);
        return new PlayedScores(scores, false);
      }
    }
    return new PlayedScores(scores, true);
  }

  double mean() {
    return Arrays.stream(scores).average().orElseThrow();
  }

  OptionalDouble standardError() {
    if (!leftToChance) {
      return OptionalDouble.of(0);
    }
    double mean = mean();
    double squares = DoubleStream.of(scores).map(score -> (score - mean) * (score - mean)).sum();
    return scores.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(squares / (scores.length - 1.0) / scores.length));
  }
}
