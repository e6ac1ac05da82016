package org.ethogram.torch.adapters;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The content of {@code adapter_config.json}, as the PEFT library reads it. */
final class ConfigurationWriter {
  private ConfigurationWriter() {}

  static ObjectNode json(LoraConfiguration configuration) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("peft_type", "LORA");
    root.put("task_type", "CAUSAL_LM");
    root.put("base_model_name_or_path", configuration.baseModel());
    root.put("inference_mode", true);
    root.put("r", configuration.rank());
    putNumber(root, "lora_alpha", configuration.alpha());
    root.put("lora_dropout", 0.0);
    root.put("use_rslora", configuration.rankStabilised());
    root.put("use_dora", false);
    root.put("fan_in_fan_out", configuration.fanInFanOut());
    root.put("bias", "none");
    root.put("init_lora_weights", true);
    switch (configuration.targets()) {
      case TargetModules.Named named -> putNames(root, "target_modules", named.names());
      case TargetModules.Matching matching -> root.put("target_modules", matching.expression());
      case TargetModules.AllLinear _ -> root.put("target_modules", TargetModules.AllLinear.KEYWORD);
    }
    ObjectNode ranks = root.putObject("rank_pattern");
    configuration.rankPattern().forEach(ranks::put);
    ObjectNode alphas = root.putObject("alpha_pattern");
    configuration.alphaPattern().forEach((map, alpha) -> putNumber(alphas, map, alpha));
    if (configuration.modulesToSave().isEmpty()) {
      root.putNull("modules_to_save");
    } else {
      putNames(root, "modules_to_save", configuration.modulesToSave());
    }
    return root;
  }

  private static void putNames(ObjectNode root, String field, List<String> names) {
    names.forEach(root.putArray(field)::add);
  }

  /** Whole numbers without a point, as the library writes them. */
  private static void putNumber(ObjectNode root, String field, double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      root.put(field, (int) value);
    } else {
      root.put(field, value);
    }
  }
}
