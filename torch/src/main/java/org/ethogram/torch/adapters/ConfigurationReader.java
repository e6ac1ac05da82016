package org.ethogram.torch.adapters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ethogram.core.EthogramException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code adapter_config.json}, and refuses what would change the numbers unseen. */
final class ConfigurationReader {
  /** Fields of kinds of adapters that are computed otherwise, unless null, false or empty. */
  private static final List<String> REFUSED =
      List.of(
          "use_dora",
          "lora_bias",
          "use_qalora",
          "layers_to_transform",
          "layers_pattern",
          "exclude_modules",
          "target_parameters",
          "trainable_token_indices",
          "alora_invocation_tokens",
          "layer_replication",
          "arrow_config");

  private final Path file;
  private final JsonNode root;

  private ConfigurationReader(Path file, JsonNode root) {
    this.file = file;
    this.root = root;
  }

  static LoraConfiguration read(Path file) {
    try {
      JsonNode root = JsonMapper.shared().readTree(Files.readString(file));
      if (!root.isObject()) {
        throw invalid(file.toString(), "it is not a JSON object");
      }
      return new ConfigurationReader(file, root).configuration();
    } catch (JacksonException e) {
      throw invalid(file.toString(), "it is not JSON (" + e.getOriginalMessage() + ")");
    } catch (IOException e) {
      String problem = Files.exists(file) ? "it cannot be read as text" : "the file is missing";
      throw invalid(file.toString(), problem);
    }
  }

  private LoraConfiguration configuration() {
    require(
        root.path("peft_type").asString("").equals("LORA"),
        "peft_type",
        "only LORA is supported, not " + root.path("peft_type"));
    String bias = root.path("bias").asString("none");
    require(bias.equals("none"), "bias", "trained biases ('" + bias + "') are not supported");
    for (String field : REFUSED) {
      JsonNode value = root.path(field);
      boolean off =
          value.isMissingNode()
              || value.isNull()
              || (value.isBoolean() && !value.asBoolean())
              || (value.isContainer() && value.isEmpty());
      require(off, field, "is not supported: " + value);
    }
    requireOrdinaryStart();
    return new LoraConfiguration(
        isAbsent("r") ? 8 : rank("r", root.path("r")),
        isAbsent("lora_alpha") ? 8 : number("lora_alpha", root.path("lora_alpha")),
        flag("use_rslora"),
        targets(),
        pattern("rank_pattern", value -> rank("rank_pattern", value)),
        pattern("alpha_pattern", value -> number("alpha_pattern", value)),
        isAbsent("modules_to_save") ? List.of() : names("modules_to_save"),
        flag("fan_in_fan_out"),
        root.path("base_model_name_or_path").asString(""));
  }

  /** Some starts change the base's weights too, so the adapter means nothing on the plain base. */
  private void requireOrdinaryStart() {
    JsonNode start = root.path("init_lora_weights");
    boolean ordinary =
        start.isMissingNode()
            || start.isNull()
            || start.isBoolean()
            || List.of("gaussian", "orthogonal", "eva").contains(start.asString(""));
    require(ordinary, "init_lora_weights", start + " changes the base too, which is not supported");
  }

  private TargetModules targets() {
    JsonNode value = root.path("target_modules");
    if (value.isString() && value.asString().equals(TargetModules.AllLinear.KEYWORD)) {
      return new TargetModules.AllLinear();
    }
    if (value.isString()) {
      return new TargetModules.Matching(expression("target_modules", value.asString()));
    }
    List<String> names = names("target_modules");
    require(!names.isEmpty(), "target_modules", "names no module");
    return new TargetModules.Named(names);
  }

  private <T> SequencedMap<String, T> pattern(String field, Function<JsonNode, T> read) {
    SequencedMap<String, T> pattern = new LinkedHashMap<>();
    if (!isAbsent(field)) {
      require(root.path(field).isObject(), field, "is no object of values by module");
      for (Map.Entry<String, JsonNode> entry : root.path(field).properties()) {
        expression(field, entry.getKey());
        pattern.put(entry.getKey(), read.apply(entry.getValue()));
      }
    }
    return pattern;
  }

  private String expression(String field, String text) {
    try {
      return Pattern.compile(text).pattern();
    } catch (PatternSyntaxException e) {
      throw invalid(file + ", field " + field, "'" + text + "' is no regular expression");
    }
  }

  private List<String> names(String field) {
    JsonNode value = root.path(field);
    require(value.isArray(), field, "is no list of module names: " + value);
    List<String> names = new ArrayList<>();
    for (JsonNode name : value) {
      require(name.isString() && !name.asString().isEmpty(), field, "holds no name: " + name);
      names.add(name.asString());
    }
    return names;
  }

  private int rank(String field, JsonNode value) {
    require(
        value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 1,
        field,
        "is no rank of at least 1: " + value);
    return value.asInt();
  }

  private double number(String field, JsonNode value) {
    require(value.isNumber() && Double.isFinite(value.asDouble()), field, "is no number: " + value);
    return value.asDouble();
  }

  private boolean flag(String field) {
    JsonNode value = root.path(field);
    require(isAbsent(field) || value.isBoolean(), field, "is neither true nor false: " + value);
    return value.asBoolean(false);
  }

  private boolean isAbsent(String field) {
    return root.path(field).isMissingNode() || root.path(field).isNull();
  }

  private void require(boolean holds, String field, String problem) {
    if (!holds) {
      throw invalid(file + ", field " + field, problem);
    }
  }

  private static EthogramException invalid(String place, String problem) {
    return AdapterFolder.invalid(place, problem, "Use a LoRA adapter as the PEFT library saves it");
  }
}
