package org.ethogram.models.remote;

import java.util.List;
import java.util.Optional;
import org.ethogram.models.TokenLogProbability;
import tools.jackson.databind.JsonNode;

/** Makes of the events of one stream the reply that would have come without streaming. */
public interface StreamAssembler {
  /**
   * What an event adds to the text.
   *
   * @param text may be empty
   */
  record Piece(String text, List<TokenLogProbability> tokens) {
    public Piece {
      tokens = List.copyOf(tokens);
    }
  }

  /** Takes the next event; its piece where it has one. */
  Optional<Piece> event(JsonNode event);

  /** The reply, as far as the events go. */
  JsonNode reply();
}
