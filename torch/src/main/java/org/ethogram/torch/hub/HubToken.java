package org.ethogram.torch.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;

/** What tells the hub who asks: it goes to the hub and nowhere else, and has no text. */
public final class HubToken {
  private static final String REMOVED = "[secret]";

  private final String origin;
  private final String value;

  private HubToken(String origin, String value) {
    this.origin = origin;
    this.value = value;
  }

  /** A token of an environment variable; nothing where it is blank. */
  static Optional<HubToken> of(String variable, String value) {
    return value.isBlank() ? Optional.empty() : Optional.of(new HubToken(variable, value.strip()));
  }

  /** The token that {@code hf auth login} left in a file. */
  static Optional<HubToken> in(Path file) {
    try {
      return Files.isRegularFile(file)
          ? of(file.toString(), Files.readString(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The variable or the file it came from. */
  public String origin() {
    return origin;
  }

  /**
   * @throws EthogramException when the value cannot stand in a header; it is not shown
   */
  String authorization() {
    if (!value.chars().allMatch(character -> character > ' ' && character < 127)) {
      throw new EthogramException(
          ErrorCode.CONFIGURATION,
          origin,
          "the token holds a character that no token has, such as a space or a line break",
          "Put the token alone there, as the hub shows it");
    }
    return "Bearer " + value;
  }

  /** A text without this token in it. */
  String removeFrom(String text) {
    return text.replace(value, REMOVED);
  }

  @Override
  public String toString() {
    return REMOVED;
  }
}
