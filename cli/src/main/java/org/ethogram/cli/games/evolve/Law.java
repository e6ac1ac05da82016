package org.ethogram.cli.games.evolve;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/** The dynamics by the names that users write. */
enum Law {
  REPLICATOR,
  REPLICATOR_MUTATOR,
  DISCRETE_REPLICATOR,
  LOGIT,
  BOLTZMANN_Q,
  BEST_RESPONSE,
  BROWN_VON_NEUMANN_NASH,
  SMITH,
  MORAN,
  BIRTH_DEATH,
  DEATH_BIRTH,
  FERMI,
  IMITATE_BEST,
  WRIGHT_FISHER,
  ALPHA_RANK,
  RARE_MUTATIONS,
  STATIONARY;

  static Law named(String option, String text) {
    return Arrays.stream(values())
        .filter(law -> Suggestion.plain(law.label()).equals(Suggestion.plain(text)))
        .findFirst()
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.INVALID_DATA,
                    option + " " + text,
                    "no dynamics of this name",
                    Suggestion.remedy(text, labels())));
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(Law::label).toList();
  }

  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether populations are large and chance plays no part. */
  boolean isDeterministic() {
    return compareTo(SMITH) <= 0;
  }

  /** Whether a finite population is followed step by step. */
  boolean isSimulated() {
    return !isDeterministic() && compareTo(WRIGHT_FISHER) <= 0;
  }
}
