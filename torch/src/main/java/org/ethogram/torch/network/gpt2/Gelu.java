package org.ethogram.torch.network.gpt2;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.ethogram.core.Suggestion;
import org.ethogram.torch.network.ConfigurationFile;

/** The Gaussian error linear unit (Hendrycks and Gimpel 2016), x times the normal distribution. */
public enum Gelu {
  EXACT("gelu", "none"),
  /** The approximation by a hyperbolic tangent that GPT-2 was trained with. */
  TANH("gelu_new", "tanh");

  private final String label;
  private final String approximation;

  Gelu(String label, String approximation) {
    this.label = label;
    this.approximation = approximation;
  }

  static Gelu read(ConfigurationFile file) {
    String field = "activation_function";
    String named = file.text(field, TANH.label);
    String wanted = named.equals("gelu_pytorch_tanh") ? TANH.label : named;
    List<String> known = Arrays.stream(values()).map(Gelu::label).toList();
    file.require(
        known.contains(wanted),
        field,
        "'" + named + "' is not supported. " + Suggestion.remedy(named, known));
    return values()[known.indexOf(wanted)];
  }

  String label() {
    return label;
  }

  Tensor apply(Tensor input) {
    return torch.gelu(input, approximation);
  }
}
