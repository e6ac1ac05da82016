package org.ethogram.torch.chat.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the statements of a template. */
final class StatementParser {
  private static final Expression BLOCK_TEXT = new Expression.Constant("");

  private final TokenStream tokens;
  private final ExpressionParser expressions;
  private int loops;

  private StatementParser(TokenStream tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens);
  }

  static List<Statement> parse(String source) {
    return new StatementParser(new TokenStream(Scanner.scan(source))).until(Set.of());
  }

  /** The statements before a tag of one of these names, which is left, or before the end. */
  private List<Statement> until(Set<String> ends) {
    List<Statement> statements = new ArrayList<>();
    while (true) {
      Token token = tokens.peek();
      switch (token.kind()) {
        case TEXT -> statements.add(new Statement.Literal(token.line(), tokens.take().text()));
        case OUTPUT_BEGIN -> {
          tokens.take();
          statements.add(new Statement.Output(token.line(), expressions.several(true)));
          tokens.require(Token.Kind.OUTPUT_END, "the end of the output");
        }
        case TAG_BEGIN -> {
          if (ends.contains(tokens.peekSecond().text())) {
            return statements;
          }
          tokens.take();
          statements.add(tag(token.line()));
        }
        default -> {
          if (!ends.isEmpty()) {
            throw tokens.unexpected(
                "'" + String.join("' or '", ends.stream().sorted().toList()) + "'");
          }
          return statements;
        }
      }
    }
  }

  private Statement tag(int line) {
    String name = tokens.requireName();
    return switch (name) {
      case "if" -> choice(line);
      case "for" -> loop(line);
      case "set" -> assignment(line);
      case "macro" -> macro(line);
      case "generation" -> {
        endTag();
        yield new Statement.Part(line, bodyUntil("endgeneration"));
      }
      case "break", "continue" -> {
        if (loops == 0) {
          throw new TemplateException(line, "'" + name + "' stands outside of a loop");
        }
        endTag();
        yield name.equals("break") ? new Statement.Break(line) : new Statement.Continue(line);
      }
      default -> throw new TemplateException(line, "the tag '" + name + "' is not supported here");
    };
  }

  private Statement choice(int line) {
    List<Statement.Branch> branches = new ArrayList<>();
    int branchLine = line;
    while (true) {
      Expression condition = expressions.several(false);
      endTag();
      List<Statement> body = until(Set.of("elif", "else", "endif"));
      branches.add(new Statement.Branch(branchLine, condition, body));
      branchLine = tokens.take().line();
      String next = tokens.requireName();
      if (next.equals("elif")) {
        continue;
      }
      endTag();
      List<Statement> otherwise = next.equals("else") ? bodyUntil("endif") : List.of();
      return new Statement.If(line, branches, otherwise);
    }
  }

  private Statement loop(int line) {
    Statement.Target target = targets(false);
    if (!tokens.takeName("in")) {
      throw tokens.unexpected("'in'");
    }
    Expression items = expressions.several(false);
    Expression condition = tokens.takeName("if") ? expressions.expression() : null;
    if (tokens.atName("recursive")) {
      throw new TemplateException(line, "recursive loops are not supported");
    }
    endTag();
    loops++;
    List<Statement> body = until(Set.of("else", "endfor"));
    loops--;
    tokens.take();
    boolean hasElse = tokens.requireName().equals("else");
    endTag();
    List<Statement> otherwise = hasElse ? bodyUntil("endfor") : List.of();
    return new Statement.For(line, target, items, condition, body, otherwise);
  }

  private Statement assignment(int line) {
    Statement.Target target = targets(true);
    if (tokens.takeOperator("=")) {
      Expression value = expressions.several(true);
      endTag();
      return new Statement.Set(line, target, value);
    }
    List<Expression.Filtered> filters = new ArrayList<>();
    while (tokens.atOperator("|")) {
      filters.add((Expression.Filtered) expressions.filter(BLOCK_TEXT));
    }
    endTag();
    return new Statement.SetBlock(line, target, filters, bodyUntil("endset"));
  }

  private Statement macro(int line) {
    String name = tokens.requireName();
    Map<String, Optional<Expression>> parameters = new LinkedHashMap<>();
    tokens.requireOperator("(");
    while (!tokens.takeOperator(")")) {
      String parameter = tokens.requireName();
      parameters.put(
          parameter,
          tokens.takeOperator("=") ? Optional.of(expressions.expression()) : Optional.empty());
      if (!tokens.atOperator(")")) {
        tokens.requireOperator(",");
      }
    }
    endTag();
    int outside = loops;
    loops = 0;
    List<Statement> body = bodyUntil("endmacro");
    loops = outside;
    return new Statement.Macro(line, name, parameters, body);
  }

  private Statement.Target targets(boolean inNamespace) {
    Statement.Target first = target(inNamespace);
    if (!tokens.atOperator(",")) {
      return first;
    }
    List<Statement.Target> targets = new ArrayList<>(List.of(first));
    while (tokens.takeOperator(",")) {
      targets.add(target(inNamespace));
    }
    return new Statement.Several(targets);
  }

  private Statement.Target target(boolean inNamespace) {
    if (tokens.takeOperator("(")) {
      Statement.Target inner = targets(inNamespace);
      tokens.requireOperator(")");
      return inner;
    }
    String name = tokens.requireName();
    return inNamespace && tokens.takeOperator(".")
        ? new Statement.InNamespace(name, tokens.requireName())
        : new Statement.Named(name);
  }

  private List<Statement> bodyUntil(String end) {
    List<Statement> body = until(Set.of(end));
    tokens.take();
    tokens.take();
    endTag();
    return body;
  }

  private void endTag() {
    tokens.require(Token.Kind.TAG_END, "the end of the tag");
  }
}
