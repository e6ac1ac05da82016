package org.ethogram.serve;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ethogram.serve.protocol.AnswerFormat;
import org.ethogram.serve.protocol.AnswerHead;
import org.ethogram.serve.protocol.Choice;
import org.ethogram.serve.protocol.Generation;
import org.ethogram.serve.protocol.Piece;

/** Sends the pieces of choices as they are written. */
final class Streamed implements Choices.Listener {
  private final EventStream events;
  private final AnswerFormat format;
  private final AnswerHead head;
  private final Generation asked;

  /** How much of each choice's text has been sent. */
  private final Map<Integer, Integer> sent = new ConcurrentHashMap<>();

  Streamed(EventStream events, AnswerFormat format, AnswerHead head, Generation asked) {
    this.events = events;
    this.format = format;
    this.head = head;
    this.asked = asked;
  }

  @Override
  public void wrote(int index, Piece piece) {
    if (piece.isEmpty()) {
      return;
    }
    begin(index);
    int characters = piece.text().codePointCount(0, piece.text().length());
    int offset = sent.merge(index, characters, Integer::sum) - characters;
    events.send(format.piece(head, asked, index, piece, offset).toString());
  }

  @Override
  public void ended(int index, Choice choice) {
    begin(index);
    events.send(format.last(head, index, choice.reason()).toString());
  }

  private void begin(int index) {
    if (sent.putIfAbsent(index, 0) == null) {
      format.first(head, index).ifPresent(part -> events.send(part.toString()));
    }
  }
}
