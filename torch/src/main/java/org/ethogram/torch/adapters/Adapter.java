package org.ethogram.torch.adapters;

import java.util.Optional;
import java.util.SequencedMap;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.core.Seed;
import org.ethogram.torch.network.Adaptation;
import org.ethogram.torch.network.CausalNetwork;
import org.ethogram.torch.network.Linear;
import org.ethogram.torch.network.Parameters;
import org.ethogram.torch.runtime.Placement;

/**
 * One adapter for a network: low-rank additions to some of its affine maps, and maps of its own in
 * place of others.
 *
 * <p>As an adaptation it holds for every row of a pass; {@link AdapterRows} gives each row its own.
 * It may be used from several threads while nobody trains it. The network must outlive it.
 */
public final class Adapter implements Adaptation, AutoCloseable {
  private final String name;
  private final LoraConfiguration configuration;
  private final SequencedMap<String, LowRank> additions;
  private final SequencedMap<String, Linear> replacements;
  private final Parameters parameters;
  private final Placement placement;

  /** Takes over the parameters, which the additions and the replacements are made of. */
  Adapter(
      String name,
      LoraConfiguration configuration,
      SequencedMap<String, LowRank> additions,
      SequencedMap<String, Linear> replacements,
      Parameters parameters,
      Placement placement) {
    this.name = name;
    this.configuration = configuration;
    this.additions = additions;
    this.replacements = replacements;
    this.parameters = parameters;
    this.placement = placement;
  }

  /**
   * An adapter that changes nothing yet: A uniform in +-1/sqrt(in), which is Kaiming-uniform with a
   * = sqrt 5 (He et al. 2015), B zero, replacements equal to what they replace.
   *
   * @throws org.ethogram.core.EthogramException {@code INVALID_MODEL} when the configuration names
   *     a map that the network lacks
   */
  public static Adapter create(
      String name, LoraConfiguration configuration, CausalNetwork network, Seed seed) {
    return AdapterBuilder.build(
        name, configuration, network, new FirstValues(network, seed), "adapter " + name);
  }

  public String name() {
    return name;
  }

  public LoraConfiguration configuration() {
    return configuration;
  }

  /** The tensors by their keys in {@code adapter_model.safetensors}, in a fixed order. */
  public SequencedMap<String, Tensor> parameters() {
    return parameters.byName();
  }

  /** Whether passes record gradients for this adapter; another one's are not touched. */
  public void setTrainable(boolean trainable) {
    parameters().values().forEach(tensor -> tensor.set_requires_grad(trainable));
  }

  @Override
  public Tensor apply(Linear map, Tensor input) {
    Linear replacement = replacements.get(map.name());
    if (replacement != null) {
      return replacement.plain(input);
    }
    LowRank addition = additions.get(map.name());
    return addition == null ? map.plain(input) : map.plain(input).add(addition.apply(input));
  }

  /** That of its network. */
  Placement placement() {
    return placement;
  }

  Optional<LowRank> addition(String map) {
    return Optional.ofNullable(additions.get(map));
  }

  Optional<Linear> replacement(String map) {
    return Optional.ofNullable(replacements.get(map));
  }

  @Override
  public void close() {
    parameters.close();
    additions.clear();
    replacements.clear();
  }
}
