package org.ethogram.torch.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/** The parameters that one network owns, in the order in which its architecture asked for them. */
public final class Parameters implements AutoCloseable {
  private final ParameterSource source;
  private final SequencedMap<String, Tensor> byName = new LinkedHashMap<>();
  private final SequencedMap<String, Linear> maps = new LinkedHashMap<>();

  public Parameters(ParameterSource source) {
    this.source = source;
  }

  public Tensor take(String name, long... shape) {
    Tensor tensor = source.take(name, shape).retainReference();
    byName.put(name, tensor);
    return tensor;
  }

  /** A parameter in the form that operators with an optional argument want. */
  public TensorOptional takeOptional(String name, long... shape) {
    return new TensorOptional(take(name, shape)).retainReference();
  }

  void note(Linear map) {
    maps.put(map.name(), map);
  }

  /** The affine maps that were taken, by name. */
  public SequencedMap<String, Linear> linearMaps() {
    return Collections.unmodifiableSequencedMap(maps);
  }

  public SequencedMap<String, Tensor> byName() {
    return Collections.unmodifiableSequencedMap(byName);
  }

  public long count(Predicate<String> counted) {
    return byName.entrySet().stream()
        .filter(entry -> counted.test(entry.getKey()))
        .mapToLong(entry -> entry.getValue().numel())
        .sum();
  }

  @Override
  public void close() {
    byName.values().forEach(Tensor::releaseReference);
    byName.clear();
    maps.clear();
  }
}
