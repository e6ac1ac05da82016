package org.ethogram.torch.network;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import tools.jackson.databind.JsonNode;

/**
 * The {@code config.json} of a Hugging Face folder, read with errors that name the field.
 *
 * @param prefix what stands before the names of fields in errors: the object that holds them
 * @param root a JSON object
 */
public record ConfigurationFile(Path file, String prefix, JsonNode root) {
  private static final long LARGEST_ROTARY_TABLE = 1L << 28;

  public ConfigurationFile(Path file, JsonNode root) {
    this(file, "", root);
  }

  public int positive(String field) {
    JsonNode value = root.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToInt() || value.asInt() < 1) {
      throw wrong(field, value.isMissingNode() ? "is missing" : "is no positive count: " + value);
    }
    return value.asInt();
  }

  public int positive(String field, int absent) {
    return isAbsent(field) ? absent : positive(field);
  }

  public double number(String field, double absent) {
    if (isAbsent(field)) {
      return absent;
    }
    JsonNode value = root.path(field);
    if (!value.isNumber()) {
      throw wrong(field, "is no number: " + value);
    }
    return value.asDouble();
  }

  public boolean flag(String field, boolean absent) {
    if (isAbsent(field)) {
      return absent;
    }
    JsonNode value = root.path(field);
    if (!value.isBoolean()) {
      throw wrong(field, "is neither true nor false: " + value);
    }
    return value.asBoolean();
  }

  public String text(String field, String absent) {
    return isAbsent(field) ? absent : root.path(field).asString(absent);
  }

  /** A count that may be zero. */
  public int count(String field, int absent) {
    boolean zero = root.path(field).isIntegralNumber() && root.path(field).asInt() == 0;
    return zero ? 0 : positive(field, absent);
  }

  /** A factor of a scaling: at least 1, and never absent. */
  public double atLeastOne(String field) {
    double value = number(field, Double.NaN);
    require(!isAbsent(field), field, "is missing");
    require(value >= 1 && Double.isFinite(value), field, "is not at least 1: " + value);
    return value;
  }

  /** A token's number; of a list of tokens, the first. */
  public OptionalInt token(String field) {
    JsonNode value = root.path(field);
    JsonNode first = value.isArray() ? value.path(0) : value;
    return first.isIntegralNumber() ? OptionalInt.of(first.asInt()) : OptionalInt.empty();
  }

  public boolean isAbsent(String field) {
    return root.path(field).isMissingNode() || root.path(field).isNull();
  }

  /** The object under {@code field}, whose errors name both; empty where it is absent. */
  public ConfigurationFile section(String field) {
    return new ConfigurationFile(file, prefix + field + ".", root.path(field));
  }

  /** Refuses sizes whose table of rotations no model has and no memory would hold. */
  public void requirePlausibleContext(int contextLength, int rotated) {
    require(
        (long) contextLength * rotated <= LARGEST_ROTARY_TABLE,
        "max_position_embeddings",
        "is implausibly large: " + contextLength);
  }

  public void require(boolean holds, String field, String problem) {
    if (!holds) {
      throw wrong(field, problem);
    }
  }

  private EthogramException wrong(String field, String problem) {
    return new EthogramException(
        ErrorCode.INVALID_MODEL,
        file + ", field " + prefix + field,
        problem,
        "Use a folder of a supported model with its own config.json");
  }
}
