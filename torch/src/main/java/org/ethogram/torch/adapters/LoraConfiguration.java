package org.ethogram.torch.adapters;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.ethogram.torch.network.Linear;

/**
 * How large an adapter is, what it adds to and by which factor.
 *
 * <p>Sources: Hu et al. 2022, "LoRA", section 4.1; Kalajdzievski 2023, "A Rank Stabilization
 * Scaling Factor for Fine-Tuning with LoRA"; the patterns are those of the PEFT library: an
 * expression that matches a map's whole name or its end after a dot.
 *
 * @param rank r, at least 1
 * @param alpha the numerator of the factor
 * @param rankStabilised whether the factor is alpha / sqrt(r) instead of alpha / r
 * @param rankPattern ranks of maps that differ, by expression; the first that matches counts
 * @param alphaPattern numerators of maps that differ, by expression
 * @param modulesToSave maps that are trained and kept whole, by name or its end
 * @param fanInFanOut whether the weights of the base lie [in, out]; an adapter has what is true of
 *     its network, whatever was asked
 * @param baseModel the name of the base as its file has it, possibly empty
 */
public record LoraConfiguration(
    int rank,
    double alpha,
    boolean rankStabilised,
    TargetModules targets,
    SequencedMap<String, Integer> rankPattern,
    SequencedMap<String, Double> alphaPattern,
    List<String> modulesToSave,
    boolean fanInFanOut,
    String baseModel) {
  public LoraConfiguration {
    if (rank < 1 || rankPattern.values().stream().anyMatch(other -> other < 1)) {
      throw new IllegalArgumentException("a rank of an adapter is below 1");
    }
    if (!Double.isFinite(alpha) || !alphaPattern.values().stream().allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("an alpha of an adapter is not finite");
    }
    rankPattern = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(rankPattern));
    alphaPattern = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(alphaPattern));
    modulesToSave = List.copyOf(modulesToSave);
  }

  /** The same rank and factor everywhere. */
  public static LoraConfiguration uniform(int rank, double alpha, TargetModules targets) {
    return new LoraConfiguration(
        rank,
        alpha,
        false,
        targets,
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        List.of(),
        false,
        "");
  }

  LoraConfiguration withFanInFanOut(boolean fanInFanOut) {
    return new LoraConfiguration(
        rank,
        alpha,
        rankStabilised,
        targets,
        rankPattern,
        alphaPattern,
        modulesToSave,
        fanInFanOut,
        baseModel);
  }

  /** Whether the map is kept whole rather than added to. */
  boolean saves(Linear map) {
    return modulesToSave.stream().anyMatch(name -> TargetModules.Named.isNamed(map, name));
  }

  boolean targets(Linear map) {
    return targets.matches(map) && !saves(map);
  }

  int rankOf(String map) {
    return ofPattern(rankPattern, map, rank);
  }

  /** What B A is multiplied by. */
  double factorOf(String map) {
    double numerator = ofPattern(alphaPattern, map, alpha);
    int ofMap = rankOf(map);
    return numerator / (rankStabilised ? Math.sqrt(ofMap) : ofMap);
  }

  private static <T> T ofPattern(Map<String, T> patterns, String map, T otherwise) {
    return patterns.entrySet().stream()
        .filter(entry -> Pattern.matches("(.*\\.)?(" + entry.getKey() + ")", map))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(otherwise);
  }
}
