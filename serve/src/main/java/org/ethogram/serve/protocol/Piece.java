package org.ethogram.serve.protocol;

import java.util.List;

/**
 * A piece of a choice, in the order in which it is written.
 *
 * @param tokens that end in the piece
 */
public record Piece(String text, List<ToldToken> tokens) {
  public Piece {
    tokens = List.copyOf(tokens);
  }

  public boolean isEmpty() {
    return text.isEmpty() && tokens.isEmpty();
  }
}
