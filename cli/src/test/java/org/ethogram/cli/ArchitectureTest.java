package org.ethogram.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** The arrows between the floors, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "org.ethogram", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest static final ArchRule CORE = floor("core");
  @ArchTest static final ArchRule TESTKIT = floor("testkit");
  @ArchTest static final ArchRule GAMES = floor("games", "core");
  @ArchTest static final ArchRule STATS = floor("stats", "core");
  @ArchTest static final ArchRule MODELS = floor("models", "core");
  @ArchTest static final ArchRule SERVE = floor("serve", "models", "core");
  @ArchTest static final ArchRule TORCH = floor("torch", "models", "core");
  @ArchTest static final ArchRule TRAINING = floor("training", "torch", "models", "core");

  @ArchTest
  static final ArchRule ORGANISMS =
      floor("organisms", "training", "torch", "models", "games", "core");

  @ArchTest
  static final ArchRule EVALUATIONS = floor("evaluations", "models", "games", "stats", "core");

  @ArchTest
  static final ArchRule LAB =
      floor(
          "lab",
          "evaluations",
          "organisms",
          "training",
          "torch",
          "models",
          "games",
          "stats",
          "core");

  @ArchTest
  static final ArchRule REPORT =
      floor("report", "lab", "evaluations", "stats", "games", "models", "core");

  @ArchTest
  static final ArchRule NATIVE_TENSORS_STAY_DOWNSTAIRS =
      noClasses()
          .that(resideInAPackage("org.ethogram.."))
          .and()
          .resideOutsideOfPackages("org.ethogram.torch..", "org.ethogram.training..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.bytedeco.."));

  @ArchTest
  static final ArchRule ONLY_TESTS_STAND_ON_THE_TESTKIT =
      noClasses()
          .that(resideInAPackage("org.ethogram.."))
          .and()
          .resideOutsideOfPackage("org.ethogram.testkit..")
          .and()
          .haveSimpleNameNotEndingWith("Test")
          .should()
          .dependOnClassesThat(resideInAnyPackage("org.ethogram.testkit.."));

  @ArchTest
  static final ArchRule THE_SDKS_STAY_WITH_THEIR_PROVIDERS =
      noClasses()
          .that(resideInAPackage("org.ethogram.."))
          .and()
          .resideOutsideOfPackages(
              "org.ethogram.models.openai..", "org.ethogram.models.anthropic..")
          .and()
          .haveSimpleNameNotEndingWith("Test")
          .should()
          .dependOnClassesThat(resideInAnyPackage("com.openai..", "com.anthropic.."));

  @ArchTest
  static final ArchRule PACKAGES_FORM_NO_CYCLES =
      slices().matching("org.ethogram.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule RANDOMNESS_COMES_FROM_SEEDS =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom");

  private static ArchRule floor(String name, String... below) {
    String[] ours = new String[below.length + 1];
    Arrays.setAll(ours, i -> "org.ethogram." + (i == below.length ? name : below[i]) + "..");
    return classes()
        .that()
        .resideInAPackage("org.ethogram." + name + "..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(ours).or(not(resideInAPackage("org.ethogram.."))))
        .allowEmptyShould(true);
  }
}
