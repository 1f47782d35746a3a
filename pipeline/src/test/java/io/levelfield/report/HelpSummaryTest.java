package io.levelfield.report;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Identification.Strength;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.identify.NeedOfHelp;
import io.levelfield.model.input.School;
import io.levelfield.model.text.Language;
import io.levelfield.model.text.Message;
import io.levelfield.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list with which the console ends. */
class HelpSummaryTest {
  private static final Map<Label, Set<String>> BOTH =
      Map.of(Label.LOW_RESULT, Set.of("1"), Label.UNFAVOURABLE_CONTEXT, Set.of("1"));

  private static List<String> lines(Map<Label, Set<String>> judged, List<NeedOfHelp> help) {
    var labels = new Labels(List.of(), judged, help, List.of(), List.of(), List.of());
    return HelpSummary.of(labels, SchoolNames.of(List.of(oak())), Texts.in(Language.EN));
  }

  private static School oak() {
    return new School(
        "1",
        "Oak",
        "",
        "",
        Optional.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private static NeedOfHelp low(int rank, OptionalDouble probability, Optional<Strength> strength) {
    String school = String.valueOf(rank);
    return new NeedOfHelp(
        rank,
        school,
        List.of(
            new Identification(
                school,
                Label.LOW_RESULT,
                true,
                true,
                probability,
                strength,
                false,
                List.of(
                    Message.of("low.procedure", "exam 9", 3, 10, 0.3, 0.3, 2),
                    Message.of("low.one-pupil-away")),
                List.of(),
                OptionalDouble.empty(),
                Optional.empty())),
        rank == 1 ? OptionalDouble.of(-1.5) : OptionalDouble.empty(),
        true);
  }

  @Test
  void namesSchoolsWithTheStrengthOfEvidenceAndWhatTellsMost() {
    NeedOfHelp weak = low(1, OptionalDouble.of(0.1), Optional.of(Strength.WEAK));

    assertThat(lines(BOTH, List.of(weak)))
        .hasSize(3)
        .first(as(STRING))
        .startsWith("Schools that need help: 1, on weak evidence only: 1. First of all");
    assertThat(lines(BOTH, List.of(weak)))
        .endsWith(
            "   1. Oak (1): low results (weak evidence, 10%)",
            "      exam 9: 3 of 10 below the minimum (30%), threshold 30%; smoothed result -1.50");
  }

  @Test
  void claimsNoStrengthWhereItIsUnknown() {
    assertThat(lines(BOTH, List.of(low(2, OptionalDouble.empty(), Optional.empty()))).get(1))
        .isEqualTo("   2. 2: low results");
  }

  @Test
  void tenSchoolsAreNamedAndTheOthersCounted() {
    List<NeedOfHelp> help =
        IntStream.rangeClosed(1, 12)
            .mapToObj(rank -> low(rank, OptionalDouble.empty(), Optional.empty()))
            .toList();

    assertThat(lines(BOTH, help)).hasSize(22).endsWith("  and 2 more, in schools by help_rank");
    assertThat(lines(BOTH, help.subList(0, 10))).noneMatch(line -> line.contains("more"));
  }

  @Test
  void saysThatNoSchoolNeedsHelp() {
    assertThat(lines(BOTH, List.of())).containsExactly("No school was found to need help.");
  }

  @Test
  void saysWhatCouldNotBeJudged() {
    assertThat(lines(Map.of(Label.UNFAVOURABLE_CONTEXT, Set.of("1")), List.of()))
        .containsExactly(
            "No school was found to need help.", "  not judged (the notes tell why): low results");
    assertThat(lines(Map.of(Label.HIGH_RESULT, Set.of("1")), List.of()))
        .singleElement()
        .asString()
        .contains("cannot be told");
  }
}
