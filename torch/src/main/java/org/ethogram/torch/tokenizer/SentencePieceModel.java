package org.ethogram.torch.tokenizer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What a SentencePiece {@code .model} file says (Kudo and Richardson 2018, its
 * sentencepiece_model.proto).
 *
 * @param pieces by token
 * @param characterMap how characters are normalised, in SentencePiece's own compiled form, in
 *     base64; may be empty
 */
record SentencePieceModel(
    List<Piece> pieces,
    Algorithm algorithm,
    int unknown,
    int beginning,
    boolean byteFallback,
    String characterMap,
    boolean prefixed,
    boolean spacesCollapsed) {
  enum Algorithm {
    UNIGRAM,
    BYTE_PAIRS
  }

  enum Kind {
    NORMAL,
    UNKNOWN,
    CONTROL,
    USER_DEFINED,
    UNUSED,
    BYTE
  }

  /**
   * @param score log-probability, or for byte pairs minus the rank
   */
  record Piece(String text, float score, Kind kind) {}

  /**
   * @throws IllegalArgumentException when the bytes are no such file, or one that is not supported
   */
  static SentencePieceModel read(byte[] bytes) {
    ProtocolBuffer file = new ProtocolBuffer(ByteBuffer.wrap(bytes));
    ProtocolBuffer training = file.message(2);
    ProtocolBuffer normalising = file.message(3);
    List<Piece> pieces = file.messages(1).stream().map(SentencePieceModel::piece).toList();
    if (pieces.isEmpty()) {
      throw new IllegalArgumentException("it has no pieces");
    }
    if (training.flag(24, false)) {
      throw new IllegalArgumentException("spaces at the ends of words are not supported");
    }
    if (!normalising.flag(5, true)) {
      throw new IllegalArgumentException("spaces that are not escaped are not supported");
    }
    return new SentencePieceModel(
        pieces,
        algorithm(training.number(3, 1)),
        (int) training.number(40, 0),
        (int) training.number(41, 1),
        training.flag(35, false),
        Base64.getEncoder().encodeToString(normalising.bytes(2)),
        normalising.flag(3, true),
        normalising.flag(4, true));
  }

  private static Piece piece(ProtocolBuffer piece) {
    long kind = piece.number(3, 1);
    if (kind < 1 || kind > Kind.values().length) {
      throw new IllegalArgumentException("a piece is of an unknown kind, " + kind);
    }
    return new Piece(
        new String(piece.bytes(1), StandardCharsets.UTF_8),
        piece.decimal(2),
        Kind.values()[(int) kind - 1]);
  }

  private static Algorithm algorithm(long number) {
    return switch ((int) number) {
      case 1 -> Algorithm.UNIGRAM;
      case 2 -> Algorithm.BYTE_PAIRS;
      default ->
          throw new IllegalArgumentException(
              "models of whole words or characters are not supported");
    };
  }
}
