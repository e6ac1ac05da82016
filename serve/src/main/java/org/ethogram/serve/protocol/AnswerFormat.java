package org.ethogram.serve.protocol;

import java.util.List;
import java.util.Optional;
import org.ethogram.models.Completion.FinishReason;
import org.ethogram.models.Usage;
import tools.jackson.databind.node.ObjectNode;

/** How an endpoint words its answers, whole or in a stream of parts. */
public interface AnswerFormat {
  ObjectNode whole(AnswerHead head, Generation asked, List<Choice> choices, Usage usage);

  /** The part before a choice's first piece, where there is one. */
  Optional<ObjectNode> first(AnswerHead head, int index);

  /**
   * @param offset how many code points of the choice's text stand before the piece
   */
  ObjectNode piece(AnswerHead head, Generation asked, int index, Piece piece, int offset);

  ObjectNode last(AnswerHead head, int index, FinishReason reason);

  /** The part after all choices that says what they cost. */
  ObjectNode usage(AnswerHead head, Usage usage);
}
