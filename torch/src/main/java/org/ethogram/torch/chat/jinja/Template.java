package org.ethogram.torch.chat.jinja;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A template that has been read; it may be rendered by any number of threads. */
public final class Template {
  private final List<Statement> statements;

  private Template(List<Statement> statements) {
    this.statements = statements;
  }

  /**
   * @throws TemplateException when it is no template, or uses what is not supported
   */
  public static Template read(String source) {
    try {
      return new Template(StatementParser.parse(source));
    } catch (StackOverflowError e) {
      throw new TemplateException(1, "it is nested too deeply");
    }
  }

  /**
   * @param variables texts, booleans, lists and maps of such, and {@link #none()}
   * @param today what the template takes for the present day
   * @throws TemplateException when the template fails with these values, or refuses them
   */
  public String render(Map<String, Object> variables, LocalDate today) {
    Map<String, Object> all = Globals.functions(today);
    all.putAll(variables);
    return Renderer.render(statements, all);
  }

  /** What stands for a variable that is given and empty. */
  public static Object none() {
    return None.NONE;
  }
}
