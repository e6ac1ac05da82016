package org.ethogram.cli.games;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethogram.core.Ratio;
import org.ethogram.games.fingerprints.Basis;
import org.ethogram.games.fingerprints.Fingerprint;
import org.ethogram.games.fingerprints.TransitiveFingerprint;

/** Fingerprints as one JSON object a point. */
final class FingerprintJson {
  private FingerprintJson() {}

  static List<Map<String, Object>> lines(Fingerprint fingerprint) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Fingerprint.Point point : fingerprint.points()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("strategy", fingerprint.strategy());
      line.put("probe", fingerprint.probe());
      line.put("x", point.x());
      line.put("y", point.y());
      line.put("score", point.score());
      point.standardError().ifPresent(error -> line.put("standard_error", error));
      put(line, fingerprint.basis());
      lines.add(line);
    }
    return lines;
  }

  static List<Map<String, Object>> lines(TransitiveFingerprint fingerprint) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int opponent = 0; opponent < fingerprint.opponents().size(); opponent++) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("strategy", fingerprint.strategy());
      line.put("opponent", fingerprint.opponents().get(opponent));
      line.put(
          "cooperation",
          fingerprint.rates().get(opponent).stream()
              .map(Ratio::value)
              .map(value -> value.orElseThrow())
              .toList());
      put(line, fingerprint.basis());
      lines.add(line);
    }
    return lines;
  }

  private static void put(Map<String, Object> line, Basis basis) {
    switch (basis) {
      case Basis.LongRun() -> line.put("basis", "long run");
      case Basis.Expected(int rounds) -> {
        line.put("basis", "expected");
        line.put("rounds", rounds);
      }
      case Basis.Simulated(int rounds, int matches) -> {
        line.put("basis", "simulated");
        line.put("rounds", rounds);
        line.put("n", matches);
      }
    }
  }
}
