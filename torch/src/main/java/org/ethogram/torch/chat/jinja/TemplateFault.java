package org.ethogram.torch.chat.jinja;

import java.io.Serial;

/** Something that a template may not do with the values it has; the renderer adds the line. */
final class TemplateFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final String problem;

  TemplateFault(String problem) {
    super(problem);
    this.problem = problem;
  }

  TemplateFault(String problem, Throwable cause) {
    super(problem, cause);
    this.problem = problem;
  }

  String problem() {
    return problem;
  }
}
