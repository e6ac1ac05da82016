package org.ethogram.models.remote;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** A key that may go over the wire and nowhere else: it has no text. */
public final class Secret {
  /** What stands where a key stood. */
  public static final String REMOVED = "[secret]";

  /** Shorter ones, such as {@code EMPTY}, keep nothing safe and are words of the language. */
  private static final int SHORTEST = 12;

  private final String variable;
  private final String value;

  private Secret(String variable, String value) {
    this.variable = variable;
    this.value = value;
  }

  /**
   * @param variable name of the environment variable
   * @throws EthogramException when the value cannot stand in a header; it is not shown
   */
  public static Optional<Secret> from(Map<String, String> environment, String variable) {
    String value = environment.getOrDefault(variable, "").strip();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.chars().allMatch(character -> character > ' ' && character < 127)) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          variable,
          "the key holds a character that no key has, such as a space or a line break",
          "Set the variable to the key alone");
    }
    return Optional.of(new Secret(variable, value));
  }

  /**
   * The key for an endpoint; the provider's own address is not asked without one.
   *
   * @param official the provider's own address
   */
  public static Optional<Secret> of(
      Endpoint endpoint, String official, Map<String, String> environment, String variable) {
    Optional<Secret> secret = from(environment, variable);
    if (secret.isEmpty() && endpoint.address().toString().equals(official)) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          endpoint.place(),
          "the provider asks for a key and " + variable + " is not set",
          "Set it in the environment, or name a server of your own as the endpoint");
    }
    return secret;
  }

  /** The name of the variable it came from. */
  public String variable() {
    return variable;
  }

  /** Bytes without this secret in them. */
  byte[] removeFrom(byte[] bytes) {
    String text = new String(bytes, ISO_8859_1);
    return value.length() >= SHORTEST && text.contains(value)
        ? text.replace(value, REMOVED).getBytes(ISO_8859_1)
        : bytes;
  }

  String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return REMOVED;
  }
}
