package org.ethogram.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ethogram.report.figure.Tone;

/** The page's style sheet, with the colours of its figures in light, dark and print. */
final class StyleSheet {
  private StyleSheet() {}

  static String text() {
    return """
    :root { %s }
    @media (prefers-color-scheme: dark) { :root { %s } }
    %s
    @media print { :root { %s } }
    """
        .formatted(variables(Tone::light), variables(Tone::dark), rules(), variables(Tone::light));
  }

  private static String variables(Function<Tone, String> form) {
    return Tone.all().stream()
        .map(tone -> "--" + tone.name() + ": " + form.apply(tone) + ";")
        .collect(Collectors.joining(" "));
  }

  private static String rules() {
    try (InputStream file = StyleSheet.class.getResourceAsStream("style.css")) {
      if (file == null) {
        throw new IllegalStateException("style.css is not in the jar of the report");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
