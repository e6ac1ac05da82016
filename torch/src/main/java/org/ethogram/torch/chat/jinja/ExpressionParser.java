package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads expressions, in the order of precedence of Jinja2, weakest first. */
final class ExpressionParser {
  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");

  private final TokenStream tokens;
  private final OperandParser operands;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
    this.operands = new OperandParser(tokens, this);
  }

  /** Expressions between commas: one is itself, several are a tuple. */
  Expression several(boolean conditional) {
    Expression first = conditional ? expression() : or();
    if (!tokens.atOperator(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.takeOperator(",")) {
      if (endsHere()) {
        break;
      }
      items.add(conditional ? expression() : or());
    }
    return new Expression.TupleOf(items);
  }

  Expression expression() {
    Expression value = or();
    while (tokens.takeName("if")) {
      Expression condition = or();
      Expression otherwise = tokens.takeName("else") ? expression() : null;
      value = new Expression.Conditional(condition, value, otherwise);
    }
    return value;
  }

  Expression or() {
    Expression left = and();
    while (tokens.takeName("or")) {
      left = new Expression.Or(left, and());
    }
    return left;
  }

  /** {@code | name(arguments)} behind a value. */
  Expression filter(Expression value) {
    return operands.filter(value);
  }

  Expression.Passed arguments() {
    List<Expression> positional = new ArrayList<>();
    Map<String, Expression> named = new LinkedHashMap<>();
    tokens.requireOperator("(");
    while (!tokens.takeOperator(")")) {
      if (tokens.atOperator("*") || tokens.atOperator("**")) {
        throw new TemplateException(
            tokens.peek().line(), "arguments from a list (* and **) are not supported");
      }
      if (tokens.peek().kind() == Token.Kind.NAME
          && tokens.peekSecond().is(Token.Kind.OPERATOR, "=")) {
        String name = tokens.requireName();
        tokens.requireOperator("=");
        named.put(name, expression());
      } else {
        positional.add(expression());
      }
      if (!tokens.atOperator(")")) {
        tokens.requireOperator(",");
      }
    }
    return new Expression.Passed(positional, named);
  }

  private boolean endsHere() {
    Token next = tokens.peek();
    return next.kind() == Token.Kind.TAG_END
        || next.kind() == Token.Kind.OUTPUT_END
        || next.is(Token.Kind.OPERATOR, ")")
        || next.is(Token.Kind.OPERATOR, "=");
  }

  private Expression and() {
    Expression left = not();
    while (tokens.takeName("and")) {
      left = new Expression.And(left, not());
    }
    return left;
  }

  private Expression not() {
    return tokens.takeName("not") ? new Expression.Not(not()) : comparison();
  }

  private Expression comparison() {
    Expression first = sum();
    List<Expression.Comparison> rest = new ArrayList<>();
    while (true) {
      Token next = tokens.peek();
      if (next.kind() == Token.Kind.OPERATOR && COMPARISONS.contains(next.text())) {
        tokens.take();
        rest.add(new Expression.Comparison(next.text(), sum()));
      } else if (tokens.takeName("in")) {
        rest.add(new Expression.Comparison("in", sum()));
      } else if (tokens.atName("not") && tokens.peekSecond().is(Token.Kind.NAME, "in")) {
        tokens.take();
        tokens.take();
        rest.add(new Expression.Comparison("not in", sum()));
      } else {
        return rest.isEmpty() ? first : new Expression.Compared(first, rest);
      }
    }
  }

  private Expression sum() {
    Expression left = join();
    while (tokens.atOperator("+") || tokens.atOperator("-")) {
      left = new Expression.Arithmetic(tokens.take().text(), left, join());
    }
    return left;
  }

  private Expression join() {
    Expression first = product();
    if (!tokens.atOperator("~")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.takeOperator("~")) {
      parts.add(product());
    }
    return new Expression.Joined(parts);
  }

  private Expression product() {
    Expression left = power();
    while (tokens.atOperator("*")
        || tokens.atOperator("/")
        || tokens.atOperator("//")
        || tokens.atOperator("%")) {
      left = new Expression.Arithmetic(tokens.take().text(), left, power());
    }
    return left;
  }

  private Expression power() {
    Expression left = signed(true);
    while (tokens.takeOperator("**")) {
      left = new Expression.Arithmetic("**", left, signed(true));
    }
    return left;
  }

  private Expression signed(boolean filtered) {
    Expression value;
    if (tokens.atOperator("-") || tokens.atOperator("+")) {
      boolean negative = tokens.take().text().equals("-");
      value = new Expression.Signed(negative, signed(false));
    } else {
      value = operands.operand();
    }
    value = operands.postfix(value);
    return filtered ? operands.filters(value) : value;
  }
}
