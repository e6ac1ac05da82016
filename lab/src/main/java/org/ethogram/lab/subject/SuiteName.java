package org.ethogram.lab.subject;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a repository says of its suite: {@code EleutherAI/pythia-70m-deduped} is the
 * size {@code 70m} of the family {@code pythia-deduped}. A name without a size is both.
 */
record SuiteName(String family, String size) {
  private static final Pattern SIZE =
      Pattern.compile("(?<=^|[-_])(\\d+(?:\\.\\d+)?[kKmMbB])(?=$|[-_])");

  static SuiteName of(String repository) {
    String name = repository.substring(repository.indexOf('/') + 1);
    Matcher size = SIZE.matcher(name);
    if (!size.find()) {
      return new SuiteName(name, name);
    }
    String before = name.substring(0, size.start());
    String after = name.substring(size.end());
    String family = (before + after).replaceAll("([-_])[-_]", "$1").replaceAll("^[-_]|[-_]$", "");
    return new SuiteName(family.isEmpty() ? name : family, size.group(1));
  }
}
