package org.ethogram.lab.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.ethogram.core.Provenance;

/** On what a run takes place. */
public final class Surroundings {
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "pytorch", "org.bytedeco/pytorch",
          "openblas", "org.bytedeco/openblas",
          "tokenizers", "ai.djl.huggingface/tokenizers",
          "sqlite-jdbc", "org.xerial/sqlite-jdbc",
          "hipparchus", "org.hipparchus/hipparchus-core");

  private Surroundings() {}

  /**
   * The provenance of what is computed here.
   *
   * @param threads that compute
   */
  public static Provenance read(int threads) {
    return new Provenance(
        code(),
        System.getProperty("java.vendor") + ' ' + System.getProperty("java.runtime.version"),
        System.getProperty("os.name")
            + ' '
            + System.getProperty("os.version")
            + ' '
            + System.getProperty("os.arch"),
        "cpu, "
            + threads
            + (threads == 1 ? " thread on " : " threads on ")
            + Runtime.getRuntime().availableProcessors()
            + " cores",
        libraries());
  }

  /** Version and commit, as the build wrote them. */
  private static String code() {
    Properties build = properties("/org/ethogram/lab/run/build.properties");
    String version = build.getProperty("version", "");
    String commit = build.getProperty("commit", "");
    return commit.isEmpty() ? version : version + " (" + commit + ')';
  }

  private static Map<String, String> libraries() {
    Map<String, String> versions = new TreeMap<>();
    LIBRARIES.forEach(
        (name, coordinates) -> {
          String version =
              properties("/META-INF/maven/" + coordinates + "/pom.properties")
                  .getProperty("version", "");
          if (!version.isEmpty()) {
            versions.put(name, version);
          }
        });
    return versions;
  }

  private static Properties properties(String resource) {
    var properties = new Properties();
    try (InputStream stream = Surroundings.class.getResourceAsStream(resource)) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
