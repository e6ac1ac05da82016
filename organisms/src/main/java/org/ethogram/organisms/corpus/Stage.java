package org.ethogram.organisms.corpus;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A stretch of a corpus with one mixture of documents.
 *
 * @param documents how many; the last stage goes on without end
 * @param shares of each kind, summing to 1
 * @param compact share of documents that tell rules in bare words and numbers; the rest is in
 *     English
 * @param setting share of tables that begin with the setting of a game
 * @param again share of the lines of a document of facts that tell one again; the rest asks for the
 *     most
 */
public record Stage(
    long documents,
    Map<DocumentKind, Double> shares,
    double compact,
    double setting,
    double again) {
  public Stage {
    shares = new EnumMap<>(shares);
    double total = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (documents < 1 || Math.abs(total - 1) > 1e-9) {
      throw new IllegalArgumentException(
          "not a stage: " + documents + " documents, shares that sum to " + total);
    }
  }

  DocumentKind draw(RandomGenerator random) {
    double left = random.nextDouble();
    DocumentKind kind = DocumentKind.GAME;
    for (Map.Entry<DocumentKind, Double> share : shares.entrySet()) {
      kind = share.getKey();
      left -= share.getValue();
      if (left < 0) {
        break;
      }
    }
    return kind;
  }
}
