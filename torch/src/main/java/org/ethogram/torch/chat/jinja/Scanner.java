package org.ethogram.torch.chat.jinja;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a template into tokens, and text by the rules of {@code trim_blocks} and {@code
 * lstrip_blocks}: a line break after a tag or comment goes, as do spaces before one that begins its
 * line; a minus sign takes all white space on its side, a plus sign none.
 */
final class Scanner {
  private static final int SPACES = Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r");
  private static final Pattern OPENING = Pattern.compile("\\{\\{|\\{%|\\{#");
  private static final Pattern RAW = Pattern.compile("\\s*raw\\s*(-%}\\s*|%})", SPACES);
  private static final Pattern END_RAW =
      Pattern.compile("\\{%([-+]?)\\s*endraw\\s*(\\+%}|-%}\\s*|%}\n?)", SPACES);
  private static final Pattern END_COMMENT = Pattern.compile("\\+#}|-#}\\s*|#}\n?", SPACES);
  private static final Pattern END_OUTPUT = Pattern.compile("-}}\\s*|}}", SPACES);
  private static final Pattern END_TAG = Pattern.compile("\\+%}|-%}\\s*|%}\n?", SPACES);
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+", SPACES);
  private static final Pattern FLOAT =
      Pattern.compile("(?<!\\.)\\d+(?:\\.\\d+(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+)");
  private static final Pattern INTEGER = Pattern.compile("\\d+");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern STRING =
      Pattern.compile("'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"", Pattern.DOTALL);
  private static final Pattern OPERATOR =
      Pattern.compile("//|\\*\\*|==|!=|>=|<=|[-+*/%~\\[\\](){}<>=.:|,;]");

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;
  private boolean lineStarts = true;

  private Scanner(String source) {
    this.source = source;
  }

  static List<Token> scan(String template) {
    String source = LINE_BREAK.matcher(template).replaceAll("\n");
    if (source.endsWith("\n")) {
      source = source.substring(0, source.length() - 1);
    }
    Scanner scanner = new Scanner(source);
    scanner.scanAll();
    return scanner.tokens;
  }

  private void scanAll() {
    Matcher opening = OPENING.matcher(source);
    while (position < source.length() && opening.find(position)) {
      char kind = source.charAt(opening.start() + 1);
      char sign = opening.end() < source.length() ? source.charAt(opening.end()) : ' ';
      boolean signed = sign == '-' || sign == '+';
      text(source.substring(position, opening.start()), signed ? sign : ' ', kind != '{');
      moveTo(opening.end() + (signed ? 1 : 0));
      switch (kind) {
        case '#' -> skipComment();
        case '{' -> inside(Token.Kind.OUTPUT_BEGIN, Token.Kind.OUTPUT_END, END_OUTPUT);
        default -> {
          Matcher raw = at(RAW);
          if (raw.lookingAt()) {
            moveTo(raw.end());
            raw();
          } else {
            inside(Token.Kind.TAG_BEGIN, Token.Kind.TAG_END, END_TAG);
          }
        }
      }
    }
    text(source.substring(position), ' ', false);
    add(Token.Kind.END, "");
  }

  /** Text before an opening: white space at its end goes as the opening's sign says. */
  private void text(String text, char sign, boolean stripsLine) {
    String kept = text;
    if (sign == '-') {
      kept = text.stripTrailing();
    } else if (sign != '+' && stripsLine) {
      int lineBegin = text.lastIndexOf('\n') + 1;
      if ((lineBegin > 0 || lineStarts) && text.substring(lineBegin).isBlank()) {
        kept = text.substring(0, lineBegin);
      }
    }
    if (!kept.isEmpty()) {
      add(Token.Kind.TEXT, kept);
    }
    moveTo(position + text.length());
  }

  private void skipComment() {
    Matcher end = at(END_COMMENT);
    if (!end.find()) {
      throw new TemplateException(line, "a comment has no end");
    }
    moveTo(end.end());
  }

  private void raw() {
    Matcher end = at(END_RAW);
    if (!end.find()) {
      throw new TemplateException(line, "'raw' has no 'endraw'");
    }
    String sign = end.group(1);
    text(source.substring(position, end.start()), sign.isEmpty() ? ' ' : sign.charAt(0), true);
    moveTo(end.end());
  }

  private void inside(Token.Kind begin, Token.Kind end, Pattern endPattern) {
    int opened = line;
    add(begin, "");
    Deque<Character> open = new ArrayDeque<>();
    while (position < source.length()) {
      Matcher closing = at(endPattern);
      if (open.isEmpty() && closing.lookingAt()) {
        add(end, "");
        moveTo(closing.end());
        return;
      }
      token(open);
    }
    throw new TemplateException(opened, "a tag has no end");
  }

  private void token(Deque<Character> open) {
    if (skipped(WHITE_SPACE)
        || taken(FLOAT, Token.Kind.FLOAT)
        || taken(INTEGER, Token.Kind.INTEGER)
        || taken(NAME, Token.Kind.NAME)) {
      return;
    }
    Matcher string = at(STRING);
    if (string.lookingAt()) {
      String inner = source.substring(string.start() + 1, string.end() - 1);
      add(Token.Kind.STRING, StringLiteral.value(inner, line));
      moveTo(string.end());
      return;
    }
    char first = source.charAt(position);
    if (!taken(OPERATOR, Token.Kind.OPERATOR)) {
      throw new TemplateException(line, "there is no such sign as '" + first + "'");
    }
    switch (first) {
      case '(' -> open.push(')');
      case '[' -> open.push(']');
      case '{' -> open.push('}');
      case ')', ']', '}' -> {
        if (open.isEmpty() || open.pop() != first) {
          throw new TemplateException(line, "'" + first + "' closes nothing");
        }
      }
      default -> {}
    }
  }

  private boolean skipped(Pattern pattern) {
    Matcher matcher = at(pattern);
    if (matcher.lookingAt()) {
      moveTo(matcher.end());
      return true;
    }
    return false;
  }

  private boolean taken(Pattern pattern, Token.Kind kind) {
    Matcher matcher = at(pattern);
    if (matcher.lookingAt()) {
      add(kind, matcher.group());
      moveTo(matcher.end());
      return true;
    }
    return false;
  }

  private Matcher at(Pattern pattern) {
    return pattern.matcher(source).region(position, source.length()).useTransparentBounds(true);
  }

  private void add(Token.Kind kind, String text) {
    tokens.add(new Token(kind, text, line));
  }

  private void moveTo(int end) {
    for (int index = position; index < end; index++) {
      if (source.charAt(index) == '\n') {
        line++;
      }
    }
    if (end > position) {
      lineStarts = source.charAt(end - 1) == '\n';
    }
    position = end;
  }
}
