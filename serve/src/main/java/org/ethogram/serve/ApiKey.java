package org.ethogram.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** The key that clients must give. Only its hash is kept, and comparing takes the same time. */
public final class ApiKey {
  private final byte[] hash;

  private ApiKey(byte[] hash) {
    this.hash = hash;
  }

  /**
   * @param variable name of the environment variable
   * @throws EthogramException when it is not set or cannot stand in a header; it is not shown
   */
  public static ApiKey from(Map<String, String> environment, String variable) {
    String key = environment.getOrDefault(variable, "").strip();
    if (key.isEmpty()) {
      throw invalid(variable, "it is to hold the key and is not set");
    }
    if (!key.chars().allMatch(character -> character > ' ' && character < 127)) {
      throw invalid(variable, "the key holds a character that no key has, such as a space");
    }
    return new ApiKey(hash(key));
  }

  boolean matches(String given) {
    return MessageDigest.isEqual(hash, hash(given));
  }

  @Override
  public String toString() {
    return "[secret]";
  }

  private static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static EthogramException invalid(String variable, String problem) {
    return new EthogramException(
        ErrorCode.CONFIGURATION, variable, problem, "Set the variable to the key alone");
  }
}
