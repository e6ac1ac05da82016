package org.ethogram.core;

import java.util.Map;
import java.util.TreeMap;

/**
 * On what a result was obtained, beside the identity of the models and the seed.
 *
 * @param code version of Ethogram, with the commit where the build knows it
 * @param java vendor and version of the Java runtime
 * @param operatingSystem name, version and architecture
 * @param device what computed, such as {@code cpu, 2 threads}
 * @param libraries version by name of the libraries that can change a number
 */
public record Provenance(
    String code,
    String java,
    String operatingSystem,
    String device,
    Map<String, String> libraries) {
  public Provenance {
    libraries = Map.copyOf(new TreeMap<>(libraries));
  }
}
