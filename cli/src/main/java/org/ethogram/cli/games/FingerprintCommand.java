package org.ethogram.cli.games;

import java.util.List;
import java.util.concurrent.Callable;
import org.ethogram.cli.games.options.DilemmaStrategies;
import org.ethogram.cli.games.options.FigureOptions;
import org.ethogram.core.EthogramException;
import org.ethogram.games.Game;
import org.ethogram.games.fingerprints.Basis;
import org.ethogram.games.fingerprints.Fingerprint;
import org.ethogram.games.fingerprints.Fingerprinting;
import org.ethogram.games.fingerprints.TransitiveFingerprint;
import org.ethogram.games.formats.GameSource;
import org.ethogram.games.longrun.Automaton;
import org.ethogram.games.strategies.DilemmaStrategy;
import org.ethogram.report.figure.FigureFiles;
import org.ethogram.report.figure.HeatMap;
import org.ethogram.report.text.TextHeatMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethogram games fingerprint}. */
@Command(
    name = "fingerprint",
    description = {
      "What a strategy earns against every Joss-Ann of a probe (Ashlock & Kim 2008), or with"
          + " --transitive how often it cooperates round by round against random players.",
      "Exact where both strategies have finitely many states, simulated elsewhere."
    },
    mixinStandardHelpOptions = true)
final class FingerprintCommand implements Callable<Integer> {
  /** Joint states above which solving every point takes longer than playing it. */
  private static final int MOST_JOINT_STATES = 300;

  private static final int USUAL_ROUNDS = 50;
  private static final int USUAL_MATCHES = 50;
  private static final int USUAL_OPPONENTS = 51;

  @Option(names = "--strategy", required = true, paramLabel = "S", description = "Whose it is.")
  private String strategyName;

  @Option(
      names = "--probe",
      defaultValue = "tit-for-tat",
      paramLabel = "S",
      description = "The strategy that Joss-Ann changes; ${DEFAULT-VALUE}.")
  private String probeName;

  @Option(
      names = "--game",
      defaultValue = "prisoners-dilemma",
      paramLabel = "GAME",
      description = "A game of the catalogue, or a file; ${DEFAULT-VALUE}.")
  private String gameName;

  @Option(
      names = "--step",
      defaultValue = "0.05",
      description = "From point to point in x and y; ${DEFAULT-VALUE}.")
  private double step;

  @Option(
      names = {"--turns", "--rounds"},
      paramLabel = "N",
      description = "Rounds of a match; the long run where not given and where it can be solved.")
  private @Nullable Integer turns;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      description = "Play so many matches a point, also where it could be solved.")
  private @Nullable Integer repetitions;

  @Option(names = "--transitive", description = "Cooperation by round and opponent instead.")
  private boolean transitive;

  @Option(
      names = "--opponents",
      paramLabel = "LIST",
      description = "With --transitive: a number of random players, 51 unless given, or names.")
  private @Nullable String opponents;

  @Mixin private FigureOptions options;

  @SuppressWarnings("NullAway.Init") // picocli sets the fields
  FingerprintCommand() {}

  @Override
  public Integer call() {
    Game game = GameSource.read(gameName);
    DilemmaStrategy strategy = DilemmaStrategies.named(strategyName);
    if ((turns != null && turns < 1) || (repetitions != null && repetitions < 1)) {
      throw options.invalid("--turns and --repetitions are at least 1.");
    }
    if (transitive) {
      transitive(game, strategy);
    } else {
      ashlock(game, strategy);
    }
    return 0;
  }

  private void ashlock(Game game, DilemmaStrategy strategy) {
    if (opponents != null) {
      throw options.invalid("--opponents goes with --transitive.");
    }
    Fingerprinting fingerprinting =
        new Fingerprinting(game, strategy, DilemmaStrategies.named(probeName), intervals());
    Fingerprint fingerprint =
        fingerprinting.take(basis(fingerprinting), options.seed(), options.progress());
    HeatMap map = FingerprintFigures.of(fingerprint);
    options.write(folder -> FigureFiles.write(folder, map));
    if (options.isJson()) {
      FingerprintJson.lines(fingerprint).forEach(options::print);
    } else {
      print(map, fingerprint.basis());
      options.print(FingerprintText.errors(fingerprint));
    }
  }

  private void transitive(Game game, DilemmaStrategy strategy) {
    List<DilemmaStrategy> others = opponents();
    Basis basis =
        repetitions == null && solved(game, strategy, others)
            ? new Basis.Expected(rounds())
            : new Basis.Simulated(rounds(), matches());
    TransitiveFingerprint fingerprint =
        TransitiveFingerprint.take(
            game, strategy, others, basis, options.seed(), options.progress());
    HeatMap map = FingerprintFigures.of(fingerprint);
    options.write(folder -> FigureFiles.write(folder, map));
    if (options.isJson()) {
      FingerprintJson.lines(fingerprint).forEach(options::print);
    } else {
      print(map, basis);
      options.print(FingerprintText.errorsOfRates(basis));
    }
  }

  private void print(HeatMap map, Basis basis) {
    options.print(List.of(map.title(), basis.toString(), ""));
    options.print(TextHeatMap.lines(map));
  }

  private Basis basis(Fingerprinting fingerprinting) {
    if (repetitions != null || !isSolved(fingerprinting)) {
      return new Basis.Simulated(rounds(), matches());
    }
    return turns == null ? new Basis.LongRun() : new Basis.Expected(turns);
  }

  private static boolean isSolved(Fingerprinting fingerprinting) {
    try {
      return fingerprinting.jointStates() <= MOST_JOINT_STATES;
    } catch (EthogramException notFinite) {
      return false;
    }
  }

  private static boolean solved(Game game, DilemmaStrategy strategy, List<DilemmaStrategy> others) {
    try {
      Automaton.of(strategy, game);
      others.forEach(other -> Automaton.of(other, game));
      return true;
    } catch (EthogramException notFinite) {
      return false;
    }
  }

  private int rounds() {
    return turns == null ? USUAL_ROUNDS : turns;
  }

  private int matches() {
    return repetitions == null ? USUAL_MATCHES : repetitions;
  }

  private int intervals() {
    double intervals = 1 / step;
    if (!(step >= 0.005 && step <= 1) || Math.abs(intervals - Math.rint(intervals)) > 1e-6) {
      throw options.invalid("--step " + step + ": give 1, 0.5, 0.25, 0.2, 0.1, 0.05, 0.02, 0.01.");
    }
    return (int) Math.rint(intervals);
  }

  private List<DilemmaStrategy> opponents() {
    if (opponents == null) {
      return TransitiveFingerprint.randomOpponents(USUAL_OPPONENTS);
    }
    if (!opponents.matches("-?[0-9]+")) {
      return DilemmaStrategies.list(opponents);
    }
    if (!opponents.matches("[1-9][0-9]{0,2}")) {
      throw options.invalid("--opponents " + opponents + ": give 1 to 999, or names.");
    }
    return TransitiveFingerprint.randomOpponents(Integer.parseInt(opponents));
  }
}
