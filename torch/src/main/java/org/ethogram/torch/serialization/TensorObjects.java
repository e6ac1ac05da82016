package org.ethogram.torch.serialization;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.ethogram.torch.pickle.PickleException;
import org.ethogram.torch.pickle.PickleObjects;
import org.ethogram.torch.pickle.Value;

/**
 * What the pickle of a state dictionary may name: dictionaries, storages, and the functions of
 * torch that make tensors and parameters of them.
 */
final class TensorObjects implements PickleObjects {
  /** Bytes; a thousand tensors take about a tenth of a million. */
  static final long LARGEST_PICKLE = 64_000_000;

  private static final String DICTIONARY = "collections.OrderedDict";

  /** Made of a storage, an offset, sizes and strides. */
  private static final Set<String> TENSORS =
      Set.of("torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2");

  /** Made of a tensor, and of what only training asks for. */
  private static final Set<String> PARAMETERS =
      Set.of("torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state");

  /** Made of one of the functions above, a class, what it is called with, and attributes. */
  private static final String WITH_ATTRIBUTES = "torch._tensor._rebuild_from_type_v2";

  private static final Set<String> CLASSES = Set.of("torch.Tensor", "torch.nn.parameter.Parameter");

  private static final int MOST_AXES = 64;

  private final SequencedMap<String, StorageReference> storages = new LinkedHashMap<>();

  /** The storages that were named, by key, in the order in which they were. */
  Map<String, StorageReference> storages() {
    return storages;
  }

  @Override
  public boolean allows(Value.Global global) {
    String name = global.toString();
    return name.equals(DICTIONARY)
        || TENSORS.contains(name)
        || PARAMETERS.contains(name)
        || name.equals(WITH_ATTRIBUTES)
        || CLASSES.contains(name)
        || StorageType.named(global).isPresent();
  }

  @Override
  public Value call(Value.Global function, Value.Tuple arguments) {
    String name = function.toString();
    List<Value> values = arguments.items();
    if (name.equals(DICTIONARY) && values.isEmpty()) {
      return new Value.Dictionary();
    }
    if (TENSORS.contains(name) && values.size() >= 4) {
      return view(values);
    }
    if (PARAMETERS.contains(name)
        && !values.isEmpty()
        && values.getFirst() instanceof StridedView parameter) {
      return parameter;
    }
    if (name.equals(WITH_ATTRIBUTES)
        && values.size() == 4
        && values.getFirst() instanceof Value.Global inner
        && TENSORS.contains(inner.toString())
        && values.get(2) instanceof Value.Tuple innerArguments) {
      return call(inner, innerArguments);
    }
    throw PickleException.refused(
        "it calls " + function.kind() + " with " + arguments.kind() + ", which makes no tensor");
  }

  private static StridedView view(List<Value> values) {
    if (!(values.getFirst() instanceof StorageReference storage)) {
      throw PickleException.damaged("it makes a tensor of " + values.getFirst().kind());
    }
    long offset = count(values.get(1));
    List<Long> sizes = counts(values.get(2));
    List<Long> strides = counts(values.get(3));
    if (sizes.size() != strides.size()) {
      throw PickleException.damaged(
          "it makes a tensor of " + sizes.size() + " sizes and " + strides.size() + " strides");
    }
    boolean conjugate =
        values.getLast() instanceof Value.Dictionary metadata
            && values.size() == 7
            && !metadata.entries().isEmpty();
    if (conjugate) {
      throw PickleException.refused("it holds a tensor that is kept conjugated or negated");
    }
    return new StridedView(storage, offset, sizes, strides);
  }

  private static List<Long> counts(Value value) {
    if (!(value instanceof Value.Tuple(List<Value> items)) || items.size() > MOST_AXES) {
      throw PickleException.damaged("it gives a tensor " + value.kind() + " as sizes or strides");
    }
    List<Long> counts = new ArrayList<>();
    items.forEach(item -> counts.add(count(item)));
    return counts;
  }

  private static long count(Value value) {
    if (value instanceof Value.Whole(BigInteger number)
        && number.signum() >= 0
        && number.bitLength() < Long.SIZE) {
      return number.longValue();
    }
    throw PickleException.damaged("it has " + value.kind() + " where a count should be");
  }

  /**
   * A storage: the word, its class, its key, where it was, how many numbers it holds; the older
   * format adds of which other storage it is a part, or None.
   */
  @Override
  public Value persistent(Value identifier) {
    boolean whole =
        identifier instanceof Value.Tuple(List<Value> items)
            && (items.size() == 5 || (items.size() == 6 && items.getLast() instanceof Value.None));
    if (!whole
        || !(identifier instanceof Value.Tuple(List<Value> parts))
        || !parts.getFirst().equals(new Value.Text("storage"))
        || !(parts.get(1) instanceof Value.Global type)
        || !(parts.get(2) instanceof Value.Text(String key))) {
      throw PickleException.refused(
          "it points outside the pickle by " + identifier.kind() + ", which names no storage");
    }
    StorageType numbers =
        StorageType.named(type)
            .orElseThrow(() -> PickleException.refused("it has a storage of " + type.kind()));
    StorageReference storage = new StorageReference(key, numbers, count(parts.get(4)));
    StorageReference before = storages.putIfAbsent(key, storage);
    if (before != null && !before.equals(storage)) {
      throw PickleException.damaged(
          "it names storage %s as %d of %s and as %d of %s"
              .formatted(
                  parts.get(2).kind(),
                  before.numbers(),
                  before.type(),
                  storage.numbers(),
                  storage.type()));
    }
    return storage;
  }
}
