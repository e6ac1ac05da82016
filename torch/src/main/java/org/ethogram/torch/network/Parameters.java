package org.ethogram.torch.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Predicate;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/** The parameters that one network owns, in the order in which its architecture asked for them. */
public final class Parameters implements AutoCloseable {
  private final ParameterSource source;
  private final SequencedMap<String, Tensor> byName = new LinkedHashMap<>();
  private final SequencedMap<String, Linear> maps = new LinkedHashMap<>();
  private final List<Tensor> constants = new ArrayList<>();

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

  /** A tensor that follows from the sizes of the network, kept beside its parameters. */
  public Tensor constant(float[] values, long... shape) {
    return kept(Tensor.create(values, shape));
  }

  /** The same for whole numbers. */
  public Tensor constant(long[] values, long... shape) {
    return kept(Tensor.create(values, shape));
  }

  private Tensor kept(Tensor made) {
    Tensor constant = source.placed(made).retainReference();
    constants.add(constant);
    return constant;
  }

  public SequencedMap<String, Tensor> byName() {
    return Collections.unmodifiableSequencedMap(byName);
  }

  /** How many numbers the parameters have that the predicate accepts. */
  public long count(Predicate<Tensor> counted) {
    return byName.values().stream().filter(counted).mapToLong(Tensor::numel).sum();
  }

  @Override
  public void close() {
    byName.values().forEach(Tensor::releaseReference);
    byName.clear();
    maps.clear();
    constants.forEach(Tensor::releaseReference);
    constants.clear();
  }
}
