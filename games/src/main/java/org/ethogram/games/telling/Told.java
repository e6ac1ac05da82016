package org.ethogram.games.telling;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A told text in its fragments. */
public record Told(List<Fragment> fragments) {
  public static final Told NOTHING = new Told(List.of());

  public Told {
    fragments = List.copyOf(fragments);
  }

  public String text() {
    return fragments.stream().map(Fragment::text).collect(Collectors.joining());
  }

  public Told and(Told next) {
    return new Told(Stream.concat(fragments.stream(), next.fragments.stream()).toList());
  }

  /** This text and the next with wording, such as a space or the end of a line, between them. */
  Told and(String between, Told next) {
    return fragments.isEmpty() ? next : wording(between, next);
  }

  private Told wording(String between, Told next) {
    return and(new Told(List.of(new Fragment(Part.WORDING, between)))).and(next);
  }
}
