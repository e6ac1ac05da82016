package org.ethogram.core;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A failure that a user can act on: where it is, what is wrong there, and what to do. */
public final class EthogramException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final String place;
  private final String problem;
  private final String remedy;

  /**
   * @param place the file, tensor, option or cell, as the user would look it up
   * @param problem what was found there and what was expected, without a full stop
   * @param remedy what the user can do, without a full stop
   */
  public EthogramException(ErrorCode code, String place, String problem, String remedy) {
    this(code, place, problem, remedy, null);
  }

  public EthogramException(
      ErrorCode code, String place, String problem, String remedy, @Nullable Throwable cause) {
    super(place + ": " + problem + ". " + remedy + ".", cause);
    this.code = code;
    this.place = place;
    this.problem = problem;
    this.remedy = remedy;
  }

  public ErrorCode code() {
    return code;
  }

  public String place() {
    return place;
  }

  public String problem() {
    return problem;
  }

  public String remedy() {
    return remedy;
  }
}
