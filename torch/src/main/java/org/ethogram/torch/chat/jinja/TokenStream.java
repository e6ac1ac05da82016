package org.ethogram.torch.chat.jinja;

import java.util.List;

/** The tokens of a template, read from the left. */
final class TokenStream {
  private final List<Token> tokens;
  private int next;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = tokens.get(next);
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  boolean atOperator(String text) {
    return peek().is(Token.Kind.OPERATOR, text);
  }

  boolean atName(String text) {
    return peek().is(Token.Kind.NAME, text);
  }

  boolean takeOperator(String text) {
    if (atOperator(text)) {
      next++;
      return true;
    }
    return false;
  }

  boolean takeName(String text) {
    if (atName(text)) {
      next++;
      return true;
    }
    return false;
  }

  void requireOperator(String text) {
    if (!takeOperator(text)) {
      throw unexpected("'" + text + "'");
    }
  }

  String requireName() {
    if (peek().kind() != Token.Kind.NAME) {
      throw unexpected("a name");
    }
    return take().text();
  }

  void require(Token.Kind kind, String described) {
    if (peek().kind() != kind) {
      throw unexpected(described);
    }
    take();
  }

  TemplateException unexpected(String wanted) {
    return new TemplateException(peek().line(), "there is " + peek() + ", not " + wanted);
  }
}
