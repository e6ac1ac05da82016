package org.ethogram.torch.chat.jinja;

import java.io.Serial;

/** Why a template cannot be read or rendered, and the line where. */
public final class TemplateException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int line;

  TemplateException(int line, String problem) {
    super(problem);
    this.line = line;
  }

  /** Counted from 1. */
  public int line() {
    return line;
  }
}
