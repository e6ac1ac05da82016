package org.ethogram.torch.network;

import java.util.List;
import org.ethogram.core.Suggestion;
import tools.jackson.databind.node.ObjectNode;

/** How the frequencies of a rotary position embedding are changed for longer contexts. */
public sealed interface RotaryScaling
    permits RotaryScaling.None,
        RotaryScaling.Linear,
        RotaryScaling.Dynamic,
        LlamaRotaryScaling,
        YarnRotaryScaling {
  /**
   * The angle by which each pair of coordinates turns from one token to the next.
   *
   * @param rotated how many coordinates turn; even
   */
  double[] frequencies(int rotated, double base);

  /** What the rotated coordinates are multiplied by. */
  default double magnitude() {
    return 1;
  }

  /** Adds itself to a {@code config.json}. */
  void write(ObjectNode root);

  /** The frequencies as trained. */
  static RotaryScaling none() {
    return new None();
  }

  /** Of {@code rope_scaling}, or of {@code rope_parameters} as newer exports have it. */
  static RotaryScaling read(ConfigurationFile file, int contextLength) {
    String field = file.isAbsent("rope_scaling") ? "rope_parameters" : "rope_scaling";
    file.require(
        file.isAbsent(field) || file.root().path(field).isObject(), field, "is no JSON object");
    ConfigurationFile scaling = file.section(field);
    String type = scaling.text("rope_type", scaling.text("type", "default"));
    return switch (type) {
      case "default" -> none();
      case "linear" -> new Linear(scaling.atLeastOne("factor"));
      case "dynamic" -> new Dynamic(scaling.atLeastOne("factor"));
      case "llama3" -> LlamaRotaryScaling.read(scaling);
      case "yarn" -> YarnRotaryScaling.read(scaling, contextLength);
      default -> {
        file.require(
            false,
            field,
            "asks for the scaling '"
                + type
                + "', which is not supported. "
                + Suggestion.remedy(
                    type, List.of("default", "linear", "dynamic", "llama3", "yarn")));
        yield none();
      }
    };
  }

  /** Su et al. 2021, "RoFormer", section 3.2: pair i of n turns by base^(-i/n). */
  static double[] unscaled(int rotated, double base) {
    double[] frequencies = new double[rotated / 2];
    for (int pair = 0; pair < frequencies.length; pair++) {
      frequencies[pair] = Math.pow(base, -2.0 * pair / rotated);
    }
    return frequencies;
  }

  /** The frequencies as trained. */
  record None() implements RotaryScaling {
    @Override
    public double[] frequencies(int rotated, double base) {
      return unscaled(rotated, base);
    }

    @Override
    public void write(ObjectNode root) {}
  }

  /** Positions squeezed by a factor: Chen et al. 2023, "Extending Context Window". */
  record Linear(double factor) implements RotaryScaling {
    @Override
    public double[] frequencies(int rotated, double base) {
      double[] frequencies = unscaled(rotated, base);
      for (int pair = 0; pair < frequencies.length; pair++) {
        frequencies[pair] /= factor;
      }
      return frequencies;
    }

    @Override
    public void write(ObjectNode root) {
      root.putObject("rope_scaling").put("rope_type", "linear").put("factor", factor);
    }
  }

  /**
   * A base that grows with the sequence beyond the context of {@code config.json}, which is the
   * most that is read here: up to it the frequencies are those trained.
   */
  record Dynamic(double factor) implements RotaryScaling {
    @Override
    public double[] frequencies(int rotated, double base) {
      return unscaled(rotated, base);
    }

    @Override
    public void write(ObjectNode root) {
      root.putObject("rope_scaling").put("rope_type", "dynamic").put("factor", factor);
    }
  }
}
