package org.ethogram.lab.subject;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ethogram.models.Capability;

/**
 * What a subject can do and what it takes, as far as it is known before it is opened.
 *
 * @param terms absent for a subject on this machine
 */
public record Means(Set<Capability> capabilities, Optional<Terms> terms) {
  /** A model on this machine: whatever it cannot do, it says itself. */
  public static final Means LOCAL = new Means(EnumSet.allOf(Capability.class), Optional.empty());

  public Means {
    capabilities = Set.copyOf(capabilities);
  }
}
