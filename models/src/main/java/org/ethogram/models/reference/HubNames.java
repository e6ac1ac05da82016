package org.ethogram.models.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of repositories and revisions on the Hugging Face hub. */
final class HubNames {
  private static final String PART = "[A-Za-z0-9_](?:[\\w.-]*[A-Za-z0-9_])?";
  private static final Pattern REFERENCE =
      Pattern.compile("(" + PART + "/" + PART + ")(?:@(.+))?|(" + PART + ")@(.+)");
  private static final int LONGEST = 96;

  /** As git restricts the names of references, and nothing that a path could misread. */
  private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9_][\\w.+-]*(/[\\w.+-]+)*");

  private HubNames() {}

  /** What {@code org/name@revision} names; the revision is {@code main} where it is left out. */
  static Optional<ModelReference.Hub> parse(String text) {
    Matcher parts = REFERENCE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String repository = parts.group(1) == null ? parts.group(3) : parts.group(1);
    String revision = parts.group(1) == null ? parts.group(4) : parts.group(2);
    String wanted = revision == null ? ModelReference.Hub.MAIN : revision;
    return isRepository(repository) && isRevision(wanted)
        ? Optional.of(new ModelReference.Hub(repository, wanted))
        : Optional.empty();
  }

  static boolean isRepository(String name) {
    return name.matches(PART + "(/" + PART + ")?")
        && name.length() <= LONGEST
        && !name.contains("--")
        && !name.contains("..")
        && !name.endsWith(".git");
  }

  static boolean isRevision(String name) {
    return REVISION.matcher(name).matches() && !name.contains("..") && !name.endsWith(".lock");
  }
}
