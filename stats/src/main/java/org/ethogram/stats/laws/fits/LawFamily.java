package org.ethogram.stats.laws.fits;

import java.util.Arrays;
import java.util.List;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;

/** The families of laws, by the names under which a user asks for them. */
public enum LawFamily {
  /** E + A/N^alpha, or with two inputs E + A/N^alpha + B/D^beta. */
  POWER_LAW("power-law", 1, 2, false) {
    @Override
    Law make(List<String> inputs, List<LawPoint> points) {
      return PowerLaw.of(inputs, points);
    }
  },
  JOINT_POWER_LAW("joint-power-law", 2, 2, false) {
    @Override
    Law make(List<String> inputs, List<LawPoint> points) {
      return PowerLaw.of(inputs, points);
    }
  },
  BROKEN_POWER_LAW("broken-power-law", 1, 1, false) {
    @Override
    Law make(List<String> inputs, List<LawPoint> points) {
      return BrokenPowerLaw.of(inputs.getFirst(), 1, points);
    }
  },
  BROKEN_POWER_LAW_2("broken-power-law-2", 1, 1, false) {
    @Override
    Law make(List<String> inputs, List<LawPoint> points) {
      return BrokenPowerLaw.of(inputs.getFirst(), 2, points);
    }
  },
  BROKEN_POWER_LAW_3("broken-power-law-3", 1, 1, false) {
    @Override
    Law make(List<String> inputs, List<LawPoint> points) {
      return BrokenPowerLaw.of(inputs.getFirst(), 3, points);
    }
  },
  /** From a floor to a ceiling, or down. */
  SATURATING("saturating", 1, 1, true) {
    @Override
    Law make(List<String> inputs, List<LawPoint> points) {
      return SaturatingLaw.of(inputs.getFirst(), points);
    }
  },
  LOGIT_FLAT("logit-flat", 1, Integer.MAX_VALUE, true) {
    @Override
    Law make(List<String> inputs, List<LawPoint> points) {
      return LogitLaw.of(inputs, 0, points);
    }
  },
  LOGIT_LINEAR("logit-linear", 1, Integer.MAX_VALUE, true) {
    @Override
    Law make(List<String> inputs, List<LawPoint> points) {
      return LogitLaw.of(inputs, 1, points);
    }
  },
  /** U or inverse U. */
  LOGIT_QUADRATIC("logit-quadratic", 1, 1, true) {
    @Override
    Law make(List<String> inputs, List<LawPoint> points) {
      return LogitLaw.of(inputs, 2, points);
    }
  };

  private final String label;
  private final int leastInputs;
  private final int mostInputs;
  private final boolean ofRates;

  LawFamily(String label, int leastInputs, int mostInputs, boolean ofRates) {
    this.label = label;
    this.leastInputs = leastInputs;
    this.mostInputs = mostInputs;
    this.ofRates = ofRates;
  }

  abstract Law make(List<String> inputs, List<LawPoint> points);

  /** The name that a user writes. */
  public String label() {
    return label;
  }

  /** Whether the law describes rates in [0, 1] only. */
  public boolean isOfRates() {
    return ofRates;
  }

  /**
   * The family over these inputs.
   *
   * @throws EthogramException {@code USAGE} for a number of inputs that the family cannot take
   */
  public LawFitter.Family over(List<String> inputs) {
    if (inputs.size() < leastInputs || inputs.size() > mostInputs) {
      throw new EthogramException(
          ErrorCode.USAGE,
          "law " + label,
          inputs.size() + " inputs: " + String.join(", ", inputs),
          leastInputs == mostInputs
              ? "Give " + leastInputs + (leastInputs == 1 ? " input" : " inputs")
              : "Give " + leastInputs + " or " + mostInputs + " inputs");
    }
    return points -> make(inputs, points);
  }

  /**
   * @throws EthogramException {@code USAGE} with the nearest name when there is none
   */
  public static LawFamily named(String name) {
    return Arrays.stream(values())
        .filter(family -> Suggestion.plain(family.label).equals(Suggestion.plain(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new EthogramException(
                    ErrorCode.USAGE,
                    "law '" + name + "'",
                    "no law of this name",
                    Suggestion.remedy(name, labels())));
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(LawFamily::label).toList();
  }
}
