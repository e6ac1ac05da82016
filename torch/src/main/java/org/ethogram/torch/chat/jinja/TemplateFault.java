package org.ethogram.torch.chat.jinja;

import java.io.Serial;

/** Something that a template may not do with the values it has; the renderer adds the line. */
final class TemplateFault extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  TemplateFault(String problem) {
    super(problem);
  }

  TemplateFault(String problem, Throwable cause) {
    super(problem, cause);
  }
}
