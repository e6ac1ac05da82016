package org.ethogram.core;

import java.util.Map;

/** Where long work tells how far it is; a display decides how that looks. */
public interface Progress {
  /** Progress that nobody watches. */
  Progress NONE = (name, total, unit) -> new Silence();

  /**
   * @param name what is being done, such as {@code grow ethogram-150k}
   * @param total how many units make it complete, at least 0
   * @param unit what is counted, in the plural, such as {@code tokens}
   */
  Task begin(String name, long total, String unit);

  /** One piece of long work; safe to report to from any thread. */
  interface Task extends AutoCloseable {
    /**
     * @param done units complete so far, out of the total
     * @param metrics live figures by name, already formatted, such as {@code loss -> 1.234}
     */
    void report(long done, Map<String, String> metrics);

    @Override
    void close();
  }

  /** The task of {@link #NONE}. */
  final class Silence implements Task {
    private Silence() {}

    @Override
    public void report(long done, Map<String, String> metrics) {}

    @Override
    public void close() {}
  }
}
