package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads single values and what stands behind them: attributes, items, calls, filters, tests. */
final class OperandParser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  OperandParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Expression operand() {
    Token token = tokens.take();
    return switch (token.kind()) {
      case NAME ->
          switch (token.text()) {
            case "true", "True" -> new Expression.Constant(true);
            case "false", "False" -> new Expression.Constant(false);
            case "none", "None" -> new Expression.Constant(None.NONE);
            default -> new Expression.Variable(token.text());
          };
      case STRING -> {
        StringBuilder text = new StringBuilder(token.text());
        while (tokens.peek().kind() == Token.Kind.STRING) {
          text.append(tokens.take().text());
        }
        yield new Expression.Constant(text.toString());
      }
      case INTEGER -> integer(token);
      case FLOAT -> new Expression.Constant(Double.parseDouble(token.text()));
      case OPERATOR ->
          switch (token.text()) {
            case "(" -> parenthesis();
            case "[" -> new Expression.ListOf(list());
            case "{" -> dictionary();
            default -> throw notAValue(token);
          };
      default -> throw notAValue(token);
    };
  }

  Expression postfix(Expression operand) {
    Expression value = operand;
    while (true) {
      if (tokens.takeOperator(".")) {
        Token name = tokens.take();
        value =
            switch (name.kind()) {
              case NAME -> new Expression.Attribute(value, name.text());
              case INTEGER -> new Expression.Item(value, integer(name));
              default -> throw new TemplateException(name.line(), name + " is no attribute");
            };
      } else if (tokens.takeOperator("[")) {
        value = subscript(value);
      } else if (tokens.atOperator("(")) {
        value = new Expression.Call(value, expressions.arguments());
      } else {
        return value;
      }
    }
  }

  Expression filters(Expression filtered) {
    Expression value = filtered;
    while (true) {
      if (tokens.atOperator("|")) {
        value = filter(value);
      } else if (tokens.takeName("is")) {
        value = test(value);
      } else if (tokens.atOperator("(")) {
        value = new Expression.Call(value, expressions.arguments());
      } else {
        return value;
      }
    }
  }

  Expression filter(Expression value) {
    int line = tokens.peek().line();
    tokens.requireOperator("|");
    String name = tokens.requireName();
    Filters.requireKnown(name, line);
    return new Expression.Filtered(value, name, optionalArguments());
  }

  private Expression test(Expression value) {
    boolean negated = tokens.takeName("not");
    int line = tokens.peek().line();
    String name = tokens.requireName();
    Tests.requireKnown(name, line);
    Expression.Passed arguments = optionalArguments();
    if (arguments.equals(Expression.Passed.NOTHING) && startsArgument()) {
      arguments = new Expression.Passed(List.of(postfix(operand())), Map.of());
    }
    if (tokens.atName("is")) {
      throw tokens.unexpected("a second test of the same value");
    }
    Expression tested = new Expression.Tested(value, name, arguments);
    return negated ? new Expression.Not(tested) : tested;
  }

  private Expression.Passed optionalArguments() {
    return tokens.atOperator("(") ? expressions.arguments() : Expression.Passed.NOTHING;
  }

  private boolean startsArgument() {
    return switch (tokens.peek().kind()) {
      case STRING, INTEGER, FLOAT -> true;
      case OPERATOR -> tokens.atOperator("[") || tokens.atOperator("{");
      case NAME ->
          !(tokens.atName("else")
              || tokens.atName("or")
              || tokens.atName("and")
              || tokens.atName("if")
              || tokens.atName("is")
              || tokens.atName("in")
              || tokens.atName("not"));
      default -> false;
    };
  }

  private Expression parenthesis() {
    if (tokens.takeOperator(")")) {
      return new Expression.TupleOf(List.of());
    }
    Expression inner = expressions.several(true);
    tokens.requireOperator(")");
    return inner;
  }

  private List<Expression> list() {
    List<Expression> items = new ArrayList<>();
    while (!tokens.takeOperator("]")) {
      items.add(expressions.expression());
      if (!tokens.atOperator("]")) {
        tokens.requireOperator(",");
      }
    }
    return items;
  }

  private Expression dictionary() {
    List<Map.Entry<Expression, Expression>> entries = new ArrayList<>();
    while (!tokens.takeOperator("}")) {
      Expression key = expressions.expression();
      tokens.requireOperator(":");
      entries.add(Map.entry(key, expressions.expression()));
      if (!tokens.atOperator("}")) {
        tokens.requireOperator(",");
      }
    }
    return new Expression.DictionaryOf(entries);
  }

  private Expression subscript(Expression of) {
    Expression from = bound();
    if (!tokens.takeOperator(":")) {
      tokens.requireOperator("]");
      if (from == null) {
        throw tokens.unexpected("a key");
      }
      return new Expression.Item(of, from);
    }
    Expression to = bound();
    Expression step = tokens.takeOperator(":") ? bound() : null;
    tokens.requireOperator("]");
    return new Expression.Slice(of, from, to, step);
  }

  private @Nullable Expression bound() {
    return tokens.atOperator(":") || tokens.atOperator("]") ? null : expressions.expression();
  }

  private static Expression integer(Token token) {
    try {
      return new Expression.Constant(Long.parseLong(token.text()));
    } catch (NumberFormatException e) {
      throw new TemplateException(token.line(), token + " is too large");
    }
  }

  private static TemplateException notAValue(Token token) {
    return new TemplateException(token.line(), "there is " + token + " where a value should stand");
  }
}
