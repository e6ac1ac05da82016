package org.ethogram.torch.adapters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.bytedeco.javacpp.PointerScope;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Suggestion;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.ParameterSource;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.network.WeightLayout;
import org.ethogram.torch.runtime.Placement;

/** Finds the maps that a configuration names and takes what it needs for each from a source. */
final class AdapterBuilder {
  private AdapterBuilder() {}

  /**
   * @param place where the configuration stands, for messages
   */
  static Adapter build(
      String name,
      LoraConfiguration configuration,
      CausalNetwork network,
      ParameterSource source,
      String place) {
    requireKnown(configuration, network, place);
    Placement numbers = placement(network);
    Parameters parameters = new Parameters((key, shape) -> numbers.placed(source.take(key, shape)));
    SequencedMap<String, LowRank> additions = new LinkedHashMap<>();
    SequencedMap<String, Linear> replacements = new LinkedHashMap<>();
    try (var _ = new PointerScope()) {
      for (Linear map : network.linearMaps().values()) {
        if (configuration.saves(map)) {
          replacements.put(map.name(), replacement(map, parameters));
        } else if (configuration.targets(map)) {
          additions.put(map.name(), addition(map, configuration, parameters));
        }
      }
      return new Adapter(
          name, lying(configuration, network), additions, replacements, parameters, numbers);
    } catch (RuntimeException e) {
      parameters.close();
      throw e;
    }
  }

  /** With the field that the PEFT library wants for maps whose weights lie transposed. */
  private static LoraConfiguration lying(LoraConfiguration configuration, CausalNetwork network) {
    return configuration.withFanInFanOut(
        network.linearMaps().values().stream()
            .filter(configuration::targets)
            .anyMatch(map -> map.layout() == WeightLayout.IN_OUT));
  }

  private static Placement placement(CausalNetwork network) {
    return Placement.of(network.parameters().firstEntry().getValue());
  }

  private static LowRank addition(
      Linear map, LoraConfiguration configuration, Parameters parameters) {
    long rank = configuration.rankOf(map.name());
    return new LowRank(
        parameters.take(AdapterKey.down(map.name()), rank, map.in()),
        parameters.take(AdapterKey.up(map.name()), map.out(), rank),
        configuration.factorOf(map.name()));
  }

  private static Linear replacement(Linear map, Parameters parameters) {
    return Linear.take(
        parameters,
        AdapterKey.PREFIX + map.name(),
        map.layout(),
        map.out(),
        map.in(),
        map.bias().has_value());
  }

  /** Refuses names that would be passed over in silence. */
  private static void requireKnown(
      LoraConfiguration configuration, CausalNetwork network, String place) {
    List<Linear> maps = List.copyOf(network.linearMaps().values());
    if (configuration.targets() instanceof TargetModules.Named named) {
      named.names().forEach(name -> requireNamed(maps, name, place + ", target_modules"));
    } else if (maps.stream().noneMatch(configuration.targets()::matches)) {
      throw unknown(maps, configuration.targets().toString(), place + ", target_modules");
    }
    configuration
        .modulesToSave()
        .forEach(name -> requireNamed(maps, name, place + ", modules_to_save"));
    configuration
        .rankPattern()
        .keySet()
        .forEach(pattern -> requireMatched(maps, pattern, place + ", rank_pattern"));
    configuration
        .alphaPattern()
        .keySet()
        .forEach(pattern -> requireMatched(maps, pattern, place + ", alpha_pattern"));
  }

  private static void requireNamed(List<Linear> maps, String name, String place) {
    if (maps.stream().noneMatch(map -> TargetModules.Named.isNamed(map, name))) {
      throw unknown(maps, name, place);
    }
  }

  private static void requireMatched(List<Linear> maps, String pattern, String place) {
    if (maps.stream().noneMatch(map -> map.name().matches("(.*\\.)?(" + pattern + ")"))) {
      throw unknown(maps, pattern, place);
    }
  }

  private static EthogramException unknown(List<Linear> maps, String name, String place) {
    List<String> ends =
        maps.stream()
            .map(map -> map.name().substring(map.name().lastIndexOf('.') + 1))
            .distinct()
            .toList();
    return AdapterFolder.invalid(
        place,
        "'" + name + "' matches no affine map of the model",
        Suggestion.remedy(name, ends)
            + "; input embeddings, norms and a tied output embedding cannot be adapted");
  }
}
