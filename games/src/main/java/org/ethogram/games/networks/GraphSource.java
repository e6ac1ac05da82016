package org.ethogram.games.networks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import org.ethogram.core.Seed;
import org.ethogram.core.Suggestion;
import org.ethogram.games.networks.Lattice.Neighbourhood;

/** A graph as a user writes it: its kind and its numbers, or a file of edges. */
public final class GraphSource {
  /** How graphs are written. */
  public static final List<String> FORMS =
      List.of(
          "complete:N",
          "ring:N[,REACH]",
          "star:N",
          "lattice:ROWSxCOLUMNS[,8]",
          "torus:ROWSxCOLUMNS[,8]",
          "regular:N,DEGREE",
          "random:N,CHANCE",
          "small-world:N,REACH,CHANCE",
          "scale-free:N,LINKS");

  private static final Pattern WRITTEN = Pattern.compile("([A-Za-z -]+):(.*)");
  private static final int LARGEST = 4_000_000;

  private final String text;
  private final String[] numbers;

  private GraphSource(String text, String[] numbers) {
    this.text = text;
    this.numbers = numbers;
  }

  /**
   * @param text one of {@link #FORMS}, or the name of a file for {@link EdgeList}
   * @param seed of the graphs that are drawn
   * @throws EthogramException {@code INVALID_DATA} where it is neither
   */
  public static Graph read(String text, Seed seed) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches() || Files.exists(Path.of(text))) {
      return EdgeList.read(Path.of(text));
    }
    GraphSource source = new GraphSource(text, written.group(2).split("\\s*,\\s*", -1));
    return switch (Suggestion.plain(written.group(1))) {
      case "complete" -> RegularGraphs.complete(source.only(1).whole(0));
      case "ring" -> RegularGraphs.ring(source.whole(0), source.optional(1, 1));
      case "star" -> RegularGraphs.star(source.only(1).whole(0));
      case "lattice" -> source.lattice(false).graph();
      case "torus" -> source.lattice(true).graph();
      case "regular" -> RandomGraphs.regular(source.only(2).whole(0), source.whole(1), seed);
      case "random" -> RandomGraphs.independent(source.only(2).whole(0), source.number(1), seed);
      case "smallworld" ->
          RandomGraphs.smallWorld(source.only(3).whole(0), source.whole(1), source.number(2), seed);
      case "scalefree" -> RandomGraphs.scaleFree(source.only(2).whole(0), source.whole(1), seed);
      default ->
          throw source.invalid(
              "no graph of this kind",
              Suggestion.nearest(written.group(1), kinds())
                  .map(name -> "Did you mean '" + name + "'")
                  .orElse("Write one of " + String.join(", ", FORMS) + ", or a file of edges"));
    };
  }

  /** The grid that this text stands for, where it stands for one. */
  public static Optional<Lattice> lattice(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches() || Files.exists(Path.of(text))) {
      return Optional.empty();
    }
    GraphSource source = new GraphSource(text, written.group(2).split("\\s*,\\s*", -1));
    return switch (Suggestion.plain(written.group(1))) {
      case "lattice" -> Optional.of(source.lattice(false));
      case "torus" -> Optional.of(source.lattice(true));
      default -> Optional.empty();
    };
  }

  private static List<String> kinds() {
    return FORMS.stream().map(form -> form.substring(0, form.indexOf(':'))).toList();
  }

  private Lattice lattice(boolean periodic) {
    String[] sides = numbers[0].split("x", -1);
    int neighbours = optional(1, 4);
    if (sides.length != 2 || (neighbours != 4 && neighbours != 8)) {
      throw malformed();
    }
    return new Lattice(
        whole(sides[0]),
        whole(sides[1]),
        neighbours == 8 ? Neighbourhood.CORNERS : Neighbourhood.SIDES,
        periodic);
  }

  private GraphSource only(int count) {
    if (numbers.length != count) {
      throw malformed();
    }
    return this;
  }

  private int optional(int position, int otherwise) {
    if (numbers.length > position + 1) {
      throw malformed();
    }
    return position < numbers.length ? whole(position) : otherwise;
  }

  private int whole(int position) {
    if (position >= numbers.length) {
      throw malformed();
    }
    return whole(numbers[position]);
  }

  private int whole(String written) {
    if (!written.strip().matches("[0-9]{1,9}") || Integer.parseInt(written.strip()) > LARGEST) {
      throw malformed();
    }
    return Integer.parseInt(written.strip());
  }

  private double number(int position) {
    try {
      return Double.parseDouble(numbers[position]);
    } catch (NumberFormatException e) {
      throw malformed();
    }
  }

  private EthogramException malformed() {
    String kind = Suggestion.plain(text.substring(0, text.indexOf(':')));
    String form =
        FORMS.stream()
            .filter(one -> Suggestion.plain(one.substring(0, one.indexOf(':'))).equals(kind))
            .findFirst()
            .orElse("a graph");
    return invalid("its numbers cannot be read", "Write it as " + form);
  }

  private EthogramException invalid(String problem, String remedy) {
    return new EthogramException(ErrorCode.INVALID_DATA, "graph '" + text + "'", problem, remedy);
  }
}
