package org.ethogram.serve.protocol;

import java.util.ArrayList;
import java.util.List;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.Usage;

/**
 * One of the texts of an answer.
 *
 * @param pieces what was echoed, and what was completed
 */
public record Choice(List<Piece> pieces, FinishReason reason, Usage usage) {
  public Choice {
    pieces = List.copyOf(pieces);
  }

  /** All pieces as one. */
  Piece whole() {
    StringBuilder text = new StringBuilder();
    List<ToldToken> tokens = new ArrayList<>();
    for (Piece piece : pieces) {
      text.append(piece.text());
      tokens.addAll(piece.tokens());
    }
    return new Piece(text.toString(), tokens);
  }

  /** The interface's word for why it ended. */
  static String word(FinishReason reason) {
    return switch (reason) {
      case STOP -> "stop";
      case LENGTH -> "length";
      case REFUSED -> "content_filter";
    };
  }
}
