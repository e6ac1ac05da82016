package org.ethogram.torch.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that answer some queries, in waves: a row's past is computed in waves before its own.
 *
 * <p>Queries that share a prefix nobody has computed yet share the row that computes it.
 */
final class Round {
  private final List<List<Row>> waves = new ArrayList<>();
  private final Map<PrefixNode, Row> again = new HashMap<>();

  private Round() {}

  static Round of(List<Query> queries, long number) {
    queries.forEach(query -> query.tree().insert(query.tokens(), number));
    Round round = new Round();
    queries.forEach(round::plan);
    return round;
  }

  private void plan(Query query) {
    List<PrefixNode> path = query.tree().path(query.tokens());
    int wave = 0;
    int next = 0;
    for (PrefixNode node : path) {
      if (!node.isComputed()) {
        if (node.row() == null) {
          Row row = Row.ofNode(query.tree(), node);
          node.computeBy(row);
          addTo(wave, row);
        }
        wave++;
      }
      while (next < query.readouts().size() && query.readouts().get(next).position() < node.end()) {
        read(query.tree(), node, query.readouts().get(next++));
      }
    }
  }

  private void read(PrefixTree tree, PrefixNode node, Readout readout) {
    Row row = node.row();
    if (row == null) {
      row = again(tree, node, readout.position());
    }
    row.add(readout);
  }

  /** Predictions after tokens that stand side by side are read from one row. */
  private Row again(PrefixTree tree, PrefixNode node, int position) {
    Row latest = again.get(node);
    if (latest != null && latest.reaches(position)) {
      return latest;
    }
    Row row = Row.again(tree, node, position);
    again.put(node, row);
    addTo(0, row);
    return row;
  }

  private void addTo(int wave, Row row) {
    while (waves.size() <= wave) {
      waves.add(new ArrayList<>());
    }
    waves.get(wave).add(row);
  }

  List<List<Row>> waves() {
    return waves;
  }

  List<Row> rows() {
    return waves.stream().flatMap(List::stream).toList();
  }
}
