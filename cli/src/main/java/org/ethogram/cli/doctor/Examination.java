package org.ethogram.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ethogram.core.EthogramException;
import org.ethogram.torch.hub.HubSettings;
import org.ethogram.torch.runtime.Natives;
import org.ethogram.torch.runtime.Processor;

/** Looks at the machine; nothing is sent over a network. */
final class Examination {
  private static final int JAVA_FEATURE = 25;
  private static final Path NVIDIA_DRIVER = Path.of("/proc/driver/nvidia/version");
  private static final long GIBIBYTE = 1L << 30;
  private static final long DISK_FOR_A_FAMILY = GIBIBYTE;

  private final Map<String, String> environment;
  private final Path cache;

  Examination(Map<String, String> environment, Path cache) {
    this.environment = environment;
    this.cache = cache;
  }

  List<Finding> findings() {
    return List.of(java(), natives(), gpu(), threads(), memory(), cacheFolder(), hub(), network());
  }

  private static Finding java() {
    String found =
        Runtime.version()
            + ", "
            + System.getProperty("java.vendor")
            + ", "
            + System.getProperty("java.home");
    return Runtime.version().feature() == JAVA_FEATURE
        ? Finding.present("Java", found)
        : Finding.limited("Java", found, "Ethogram is tested on JDK 25; install one");
  }

  private static Finding natives() {
    try {
      Natives natives = Natives.start();
      return Finding.present(
          "natives", "libtorch " + natives.libraries().get("libtorch") + " on " + natives.device());
    } catch (EthogramException e) {
      return Finding.missing("natives", e.problem(), e.remedy());
    }
  }

  private static Finding gpu() {
    try {
      Natives natives = Natives.start();
      if (natives.hasCuda()) {
        return Finding.present("GPU", "CUDA, unless --device says otherwise");
      }
      if (natives.cuda().isBuild()) {
        return Finding.limited(
            "GPU",
            "libtorch's CUDA build sees none"
                + natives.cuda().problem().map(": "::concat).orElse(""),
            "check the driver, CUDA 13, cuDNN 9 and NCCL, or unset ETHOGRAM_CUDA");
      }
      return Files.exists(NVIDIA_DRIVER)
          ? Finding.limited(
              "GPU",
              "an NVIDIA driver is here, but this build computes on the processor",
              "set ETHOGRAM_CUDA=1 and run again; it needs CUDA 13, cuDNN 9 and NCCL")
          : Finding.present("GPU", "none; models are computed on the processor");
    } catch (EthogramException e) {
      return Finding.limited("GPU", "unknown without the natives", e.remedy());
    }
  }

  private static Finding threads() {
    return Finding.present(
        "threads",
        Runtime.getRuntime().availableProcessors()
            + " processors for this process"
            + (Processor.multipliesBfloat16() ? ", which multiply bfloat16" : ""));
  }

  private static Finding memory() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Finding.present(
        "memory",
        String.format(
            Locale.ROOT,
            "%.1f GiB of the machine, %.1f GiB of them for the Java heap",
            (double) system.getTotalMemorySize() / GIBIBYTE,
            (double) Runtime.getRuntime().maxMemory() / GIBIBYTE));
  }

  private Finding cacheFolder() {
    try {
      Files.createDirectories(cache);
      long free = Files.getFileStore(cache).getUsableSpace();
      String found =
          String.format(Locale.ROOT, "%s, %.1f GiB free", cache, (double) free / GIBIBYTE);
      if (!Files.isWritable(cache)) {
        return Finding.missing(
            "cache folder", found + ", not writable", "set ETHOGRAM_HOME to a folder of your own");
      }
      return free < DISK_FOR_A_FAMILY
          ? Finding.limited("cache folder", found, "free 1 GiB, or set ETHOGRAM_HOME elsewhere")
          : Finding.present("cache folder", found);
    } catch (IOException e) {
      return Finding.missing(
          "cache folder",
          cache + " cannot be made: " + e.getMessage(),
          "set ETHOGRAM_HOME to a folder of your own");
    }
  }

  private Finding hub() {
    try {
      HubSettings settings = HubSettings.from(environment);
      String cache =
          settings.cache() + (Files.isDirectory(settings.cache()) ? "" : " (made when needed)");
      String token = settings.token().map(found -> "token of " + found.origin()).orElse("no token");
      return Finding.present(
          "hub",
          settings.offline()
              ? cache + ", offline by HF_HUB_OFFLINE"
              : cache + ", " + settings.endpoint() + ", " + token);
    } catch (EthogramException e) {
      return Finding.limited("hub", e.place() + ": " + e.problem(), e.remedy());
    }
  }

  private Finding network() {
    try {
      boolean up =
          NetworkInterface.networkInterfaces().anyMatch(networkInterface -> isUp(networkInterface));
      return Finding.present(
          "network",
          up
              ? "on (an interface is up; no connection was tried; studies of organisms need none)"
              : "off (no interface is up; studies of organisms and local folders need none)");
    } catch (SocketException e) {
      return Finding.limited(
          "network", "unknown: " + e.getMessage(), "only remote models need a network");
    }
  }

  private static boolean isUp(NetworkInterface networkInterface) {
    try {
      return networkInterface.isUp() && !networkInterface.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }
}
