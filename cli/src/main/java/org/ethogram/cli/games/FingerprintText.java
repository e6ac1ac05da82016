package org.ethogram.cli.games;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.ethogram.games.fingerprints.Basis;
import org.ethogram.games.fingerprints.Fingerprint;

/** What a fingerprint's numbers can be trusted with. */
final class FingerprintText {
  private FingerprintText() {}

  /** The largest standard error that a rate of so many matches can have. */
  static List<String> errorsOfRates(Basis basis) {
    if (!(basis instanceof Basis.Simulated(int _, int matches))) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "standard error of a rate: %.3f at most, n = %d matches",
            0.5 / Math.sqrt(matches),
            matches));
  }

  /** The largest standard error, where matches were played. */
  static List<String> errors(Fingerprint fingerprint) {
    if (!(fingerprint.basis() instanceof Basis.Simulated(int rounds, int matches))) {
      return List.of();
    }
    OptionalDouble largest =
        fingerprint.points().stream()
            .map(Fingerprint.Point::standardError)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .max();
    return List.of(
        largest.isPresent()
            ? String.format(
                Locale.ROOT,
                "standard error of a point: %.3f at most, n = %d matches of %d rounds",
                largest.getAsDouble(),
                matches,
                rounds)
            : "standard error of a point: n/a from a single match");
  }
}
