package org.ethogram.games.telling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence with gaps, which can be filled and, since both use the same text, read back. */
final class Template {
  private static final Pattern GAP = Pattern.compile("( ?)\\{([a-z0-9]+)}");

  private static final Map<String, Template> KNOWN = new ConcurrentHashMap<>();

  private final Map<Slot, Template> beginnings = new ConcurrentHashMap<>();
  private final List<Piece> pieces;
  private final Pattern pattern;

  /** Wording, or a gap with the space before it. */
  private record Piece(String text, @Nullable Slot slot) {}

  private Template(List<Piece> pieces) {
    this.pieces = pieces;
    StringBuilder expression = new StringBuilder();
    for (Piece piece : pieces) {
      expression.append(Pattern.quote(piece.text()));
      if (piece.slot() != null) {
        expression.append('(').append(piece.slot().part().form()).append(')');
      }
    }
    this.pattern = Pattern.compile(expression.toString());
  }

  /** A template from text such as {@code you chose {you}, the other chose {other}.} */
  static Template of(String text) {
    return KNOWN.computeIfAbsent(text, Template::parse);
  }

  private static Template parse(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher gap = GAP.matcher(text);
    int end = 0;
    while (gap.find()) {
      if (gap.start() > end) {
        pieces.add(new Piece(text.substring(end, gap.start()), null));
      }
      pieces.add(new Piece(gap.group(1), Slot.named(gap.group(2))));
      end = gap.end();
    }
    if (end < text.length()) {
      pieces.add(new Piece(text.substring(end), null));
    }
    return new Template(List.copyOf(pieces));
  }

  /** What stands before the gap, up to the last character that is not a space. */
  Template before(Slot slot) {
    return beginnings.computeIfAbsent(slot, this::cutBefore);
  }

  private Template cutBefore(Slot slot) {
    List<Piece> before = new ArrayList<>();
    for (Piece piece : pieces) {
      if (slot.equals(piece.slot())) {
        return new Template(List.copyOf(before));
      }
      before.add(piece);
    }
    throw new IllegalArgumentException("no gap " + slot);
  }

  Told tell(Map<Slot, String> values) {
    List<Fragment> fragments = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.slot() == null) {
        fragments.add(new Fragment(Part.WORDING, piece.text()));
      } else {
        String value = values.get(piece.slot());
        if (value == null) {
          throw new IllegalArgumentException("nothing to put into " + piece.slot());
        }
        fragments.add(new Fragment(piece.slot().part(), piece.text() + value));
      }
    }
    return new Told(fragments);
  }

  /** The values of the gaps, where the sentence is of this template. */
  Optional<Map<Slot, String>> read(String sentence) {
    Matcher matcher = pattern.matcher(sentence);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<Slot, String> values = new HashMap<>();
    int group = 0;
    for (Piece piece : pieces) {
      if (piece.slot() != null) {
        String value = matcher.group(++group);
        String before = values.put(piece.slot(), value);
        if (before != null && !before.equals(value)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(values);
  }
}
