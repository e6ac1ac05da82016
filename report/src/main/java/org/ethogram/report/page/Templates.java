package org.ethogram.report.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates of pages, compiled when Ethogram is built; they escape every text. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          "org.ethogram.report.page.templates");

  private Templates() {}

  static String render(String template, Object page) {
    StringOutput html = new StringOutput();
    ENGINE.render(template, page, html);
    return html.toString();
  }
}
