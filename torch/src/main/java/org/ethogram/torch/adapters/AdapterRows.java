package org.ethogram.torch.adapters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.ethogram.torch.network.Adaptation;
import org.ethogram.torch.network.Linear;

/**
 * The adapter of each row of a batch; a row without one is computed by the base.
 *
 * <p>The base's map is computed once for all rows, then each adapter's part for its own. The index
 * tensors belong to the scope in which this was made.
 */
public final class AdapterRows implements Adaptation {
  private record Group(Adapter adapter, Tensor rows) {}

  private final int size;
  private final Optional<Adapter> ofAll;
  private final List<Group> groups = new ArrayList<>();

  private AdapterRows(int size, Optional<Adapter> ofAll) {
    this.size = size;
    this.ofAll = ofAll;
  }

  /**
   * @param adapters of each row, at least one row
   */
  public static AdapterRows of(List<Optional<Adapter>> adapters) {
    Map<Adapter, List<Long>> rows = new LinkedHashMap<>();
    for (int row = 0; row < adapters.size(); row++) {
      long index = row;
      adapters
          .get(row)
          .ifPresent(adapter -> rows.computeIfAbsent(adapter, _ -> new ArrayList<>()).add(index));
    }
    boolean alike = adapters.stream().distinct().count() == 1;
    AdapterRows made =
        new AdapterRows(adapters.size(), alike ? adapters.getFirst() : Optional.empty());
    if (!alike) {
      rows.forEach(
          (adapter, of) ->
              made.groups.add(new Group(adapter, adapter.placement().placed(tensor(of)))));
    }
    return made;
  }

  /**
   * @throws IllegalArgumentException when the batch has not as many rows as there are adapters
   */
  @Override
  public Tensor apply(Linear map, Tensor input) {
    if (input.size(0) != size) {
      throw new IllegalArgumentException(
          "a batch of " + input.size(0) + " rows with adapters for " + size);
    }
    if (ofAll.isPresent()) {
      return ofAll.get().apply(map, input);
    }
    Tensor output = map.plain(input);
    for (Group group : groups) {
      Tensor rows = group.rows();
      group
          .adapter()
          .addition(map.name())
          .ifPresent(
              addition -> output.index_add_(0, rows, addition.apply(input.index_select(0, rows))));
      group
          .adapter()
          .replacement(map.name())
          .ifPresent(
              replacement ->
                  output.index_copy_(0, rows, replacement.plain(input.index_select(0, rows))));
    }
    return output;
  }

  private static Tensor tensor(List<Long> rows) {
    return Tensor.create(rows.stream().mapToLong(Long::longValue).toArray(), rows.size());
  }
}
