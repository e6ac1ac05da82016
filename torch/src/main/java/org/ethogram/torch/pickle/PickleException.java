package org.ethogram.torch.pickle;

import java.io.Serial;

/** Why a pickle is not read: a problem without its place, which who reads the file knows. */
public final class PickleException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final boolean refused;

  private PickleException(String problem, boolean refused) {
    super(problem);
    this.refused = refused;
  }

  /** A pickle that is cut or does not hold together. */
  public static PickleException damaged(String problem) {
    return new PickleException(problem, false);
  }

  /** A pickle that may be sound, and asks for more than data. */
  public static PickleException refused(String problem) {
    return new PickleException(problem, true);
  }

  public String problem() {
    return String.valueOf(getMessage());
  }

  public boolean isRefused() {
    return refused;
  }
}
