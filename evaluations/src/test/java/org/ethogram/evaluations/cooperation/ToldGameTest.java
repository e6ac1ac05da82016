package org.ethogram.evaluations.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ethogram.evaluations.elicitation.WordPair;
import org.ethogram.games.Game;
import org.ethogram.games.catalogue.Catalogue;
import org.ethogram.games.play.History;
import org.ethogram.games.play.Horizon;
import org.ethogram.games.play.Seat;
import org.ethogram.games.telling.Parsed;
import org.ethogram.games.telling.TellingReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldGameTest {
  private static final Horizon HORIZON = new Horizon.Known(5);
  private static final WordPair WORDS = WordPair.parse("oak/rose");

  /** What every seat is told in every variant, read back, is the game it is in. */
  @ParameterizedTest
  @ValueSource(
      strings = {"prisoners-dilemma", "bach-or-stravinsky", "stag-hunt", "chicken", "public-goods"})
  void whatIsToldIsTheGameAndItsHistory(String name) {
    Game game = Catalogue.named(name);
    List<int[]> profiles = game.profiles();
    for (PromptVariant variant : PromptVariant.crossing(1, List.of(Wording.values()))) {
      ToldGame told = ToldGame.of(game, HORIZON, variant, WORDS);
      History history = History.start(game.seats()).with(profiles.get(1)).with(profiles.get(2));
      for (int seat = 0; seat < game.seats(); seat++) {
        String prompt = told.seats().get(seat).beforeAction(history);
        assertThat(prompt)
            .isEqualTo(told.telling().prompt(new Seat(game, seat, HORIZON), history).text());
        Parsed parsed = TellingReader.read(prompt);
        assertThat(parsed.words().getFirst())
            .isEqualTo(told.seats().get(seat).actionWords().get(told.firstMentioned()).strip());
        for (int[] profile : profiles) {
          assertThat(parsed.game().payoff(0, seen(told, parsed, seat, profile)))
              .isEqualTo(game.payoff(seat, profile));
        }
        assertThat(parsed.history().profile(2))
            .isEqualTo(seen(told, parsed, seat, profiles.get(2)));
      }
    }
  }

  /** A profile as a seat's reader has it: itself first, actions in the order of their mention. */
  private static int[] seen(ToldGame told, Parsed parsed, int seat, int[] profile) {
    int[] seen = new int[profile.length];
    for (int player = 0; player < profile.length; player++) {
      int action = profile[(seat + player) % profile.length];
      seen[player] = parsed.words().indexOf(told.telling().words().get(action));
    }
    return seen;
  }
}
