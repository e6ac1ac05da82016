package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the rows of a wave into batches.
 *
 * <p>Rows that share a long past belong together, for it is attended to once for all of them; rows
 * of unlike length do not, for all are padded to the longest; nor do texts that are being written
 * and others, for the former stay together from round to round. A batch that is too small costs
 * more than it saves; one that is large enough is cut into parts, for batches are computed side by
 * side. Where it is cut depends on nothing but the batch, so that results do not depend on how many
 * threads there are.
 */
final class Batches {
  private static final int FEWEST_ROWS = 16;
  private static final int ALIKE_ANYWAY = 8;
  static final int WHOLE = Integer.MAX_VALUE;
  private static final int PART_ROWS = 32;
  private static final int PART_TOKENS = 512;

  private final int mostTokens;
  private final int fewestPartTokens;
  private final List<List<Row>> batches = new ArrayList<>();

  private Batches(int mostTokens, int fewestPartTokens) {
    this.mostTokens = mostTokens;
    this.fewestPartTokens = fewestPartTokens;
  }

  /**
   * @param mostTokens of a batch, padding included, unless one row alone has more
   * @param fewestPartTokens what makes a part worth a pass of its own; {@link #WHOLE} where batches
   *     are not computed side by side
   */
  static List<List<Row>> of(List<Row> wave, int mostTokens, int fewestPartTokens) {
    Batches divided = new Batches(mostTokens, fewestPartTokens);
    divided.divide(wave.stream().filter(Row::isGrowing).toList(), 0);
    divided.divide(wave.stream().filter(row -> !row.isGrowing()).toList(), 0);
    return divided.batches;
  }

  /** Follows the prefix tree down, as long as enough rows go the same way. */
  private void divide(List<Row> rows, int depth) {
    Map<PrefixNode, List<Row>> branches = new LinkedHashMap<>();
    List<Row> left = new ArrayList<>();
    for (Row row : rows) {
      if (rows.size() < FEWEST_ROWS || depth >= row.ancestors().size()) {
        left.add(row);
      } else {
        branches.computeIfAbsent(row.ancestors().get(depth), branch -> new ArrayList<>()).add(row);
      }
    }
    for (List<Row> branch : branches.values()) {
      if (branch.size() < FEWEST_ROWS) {
        left.addAll(branch);
      } else {
        divide(branch, depth + 1);
      }
    }
    pack(left);
  }

  private void pack(List<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparingInt(Row::count).thenComparingInt(Row::start).reversed());
    List<Row> batch = new ArrayList<>();
    for (Row row : sorted) {
      if (!batch.isEmpty() && !fits(batch, row)) {
        cut(batch);
        batch = new ArrayList<>();
      }
      batch.add(row);
    }
    if (!batch.isEmpty()) {
      cut(batch);
    }
  }

  private void cut(List<Row> batch) {
    int parts = fewestPartTokens == WHOLE ? 1 : parts(batch);
    int begin = 0;
    for (int part = 1; part <= parts; part++) {
      int end = batch.size() * part / parts;
      batches.add(batch.subList(begin, end));
      begin = end;
    }
  }

  /** Two as soon as both are worth a pass of their own, more where they would grow too large. */
  private int parts(List<Row> batch) {
    int rows = batch.size();
    int length = batch.getFirst().count();
    int tokens = rows * length;
    int needed = Math.ceilDiv(tokens, length == 1 ? PART_ROWS : PART_TOKENS);
    return Math.min(rows, Math.max(needed, Math.clamp(tokens / fewestPartTokens, 1, 2)));
  }

  private boolean fits(List<Row> batch, Row row) {
    int length = batch.getFirst().count();
    boolean alike = 2 * row.count() >= length || length <= ALIKE_ANYWAY;
    return alike && (batch.size() + 1) * length <= mostTokens;
  }
}
