package org.ethogram.games.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.ethogram.core.ErrorCode;
import org.ethogram.core.EthogramException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A YAML text as a tree whose parts know their file, line and column. */
sealed interface YamlNode {
  /** File, line and column, for messages. */
  String place();

  /** Keys with their values; a key twice is an error of reading. */
  record Mapping(String place, SequencedMap<String, YamlNode> values, Map<String, String> keyPlaces)
      implements YamlNode {
    /** The value of a key that is known to be there. */
    YamlNode value(String key) {
      return Objects.requireNonNull(values.get(key), key);
    }
  }

  /** Values one after the other. */
  record Sequence(String place, List<YamlNode> values) implements YamlNode {}

  /**
   * One value.
   *
   * @param text as it is written; empty for null
   * @param number its value, not a number for texts
   */
  record Scalar(String place, String text, double number) implements YamlNode {}

  /**
   * @param file for messages
   * @throws EthogramException {@code INVALID_DATA} with line and column
   */
  static YamlNode read(String file, String text) {
    try (JsonParser parser = Reader.MAPPER.createParser(text)) {
      if (parser.nextToken() == null) {
        throw Reader.invalid(file + ":1:1", "an empty file", "Give game, actions and payoffs");
      }
      YamlNode root = new Reader(file, parser).node();
      if (parser.nextToken() != null) {
        throw Reader.invalid(
            Reader.at(file, parser.currentTokenLocation()),
            "a second document",
            "Give one game a file");
      }
      return root;
    } catch (JacksonException e) {
      throw Reader.invalid(
          e.getLocation() == null ? file : Reader.at(file, e.getLocation()),
          e.getOriginalMessage().lines().findFirst().orElse("no YAML"),
          "Mend the YAML");
    }
  }

  /** Reads the tokens of one text. */
  record Reader(String file, JsonParser parser) {
    private static final YAMLMapper MAPPER = YAMLMapper.builder().build();

    private YamlNode node() {
      String place = at(file, parser.currentTokenLocation());
      JsonToken token = parser.currentToken();
      if (token == JsonToken.START_OBJECT) {
        return mapping(place);
      }
      if (token == JsonToken.START_ARRAY) {
        List<YamlNode> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          values.add(node());
        }
        return new Sequence(place, values);
      }
      return switch (token) {
        case VALUE_NULL -> new Scalar(place, "", Double.NaN);
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            new Scalar(place, parser.getString(), number());
        default -> new Scalar(place, parser.getString(), Double.NaN);
      };
    }

    /** YAML also calls .nan and .inf numbers. */
    private double number() {
      try {
        return parser.getDoubleValue();
      } catch (JacksonException e) {
        return Double.NaN;
      }
    }

    private Mapping mapping(String place) {
      SequencedMap<String, YamlNode> values = new LinkedHashMap<>();
      Map<String, String> keyPlaces = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.getString();
        String keyPlace = at(file, parser.currentTokenLocation());
        parser.nextToken();
        if (values.put(key, node()) != null) {
          throw invalid(keyPlace, "'" + key + "' twice", "Give each key once");
        }
        keyPlaces.put(key, keyPlace);
      }
      return new Mapping(place, values, keyPlaces);
    }

    static String at(String file, TokenStreamLocation location) {
      return file
          + ":"
          + Math.max(1, location.getLineNr())
          + ":"
          + Math.max(1, location.getColumnNr());
    }

    static EthogramException invalid(String place, String problem, String remedy) {
      return new EthogramException(ErrorCode.INVALID_DATA, place, problem, remedy);
    }
  }
}
