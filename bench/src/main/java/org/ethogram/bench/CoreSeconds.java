package org.ethogram.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Seconds of a core that this process took, in all its threads. */
final class CoreSeconds {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private CoreSeconds() {}

  static double now() {
    return SYSTEM.getProcessCpuTime() / 1e9;
  }
}
