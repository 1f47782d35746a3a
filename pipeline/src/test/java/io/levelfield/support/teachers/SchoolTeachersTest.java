package io.levelfield.support.teachers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.levelfield.model.context.ContextFindings;
import io.levelfield.model.context.IndexFindings;
import io.levelfield.model.identify.Identification;
import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.Labels;
import io.levelfield.model.input.DiagnosticAnswers;
import io.levelfield.model.input.Measure;
import io.levelfield.model.input.PupilLinks;
import io.levelfield.model.input.ResultTally;
import io.levelfield.model.input.School;
import io.levelfield.model.input.ScoreHistogram;
import io.levelfield.model.input.StaffCount;
import io.levelfield.model.input.StaffCount.Part;
import io.levelfield.model.input.StaffFigure;
import io.levelfield.model.input.StudyData;
import io.levelfield.model.input.SupportData;
import io.levelfield.model.input.TallyKey;
import io.levelfield.model.outcome.AdjustedOutcomes;
import io.levelfield.model.outcome.OutcomeEstimate;
import io.levelfield.model.outcome.Outcomes;
import io.levelfield.model.quality.Quality;
import io.levelfield.model.support.Mentor;
import io.levelfield.model.support.ShareInterval;
import io.levelfield.model.support.SharedTopic;
import io.levelfield.model.support.Teachers;
import io.levelfield.model.text.Message;
import io.levelfield.study.StudyLoader;
import io.levelfield.study.TeacherSettings;
import io.levelfield.support.SupportBasis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Shares, topics and mentors of schools made by hand. */
class SchoolTeachersTest {
  private static final int YEAR = 2018;
  private static final String MATHS = "математика";

  private final List<School> schools = new ArrayList<>();
  private final List<OutcomeEstimate> estimates = new ArrayList<>();
  private final List<DiagnosticAnswers> answers = new ArrayList<>();
  private final List<StaffCount> staff = new ArrayList<>();
  private final List<Identification> labels = new ArrayList<>();
  private final Set<TallyKey> unconfirmed = new HashSet<>();
  private final Map<String, Integer> networks = new HashMap<>();
  private final List<Message> notes = new ArrayList<>();

  /** A school with its result in mathematics, and how many of ten teachers find geometry hard. */
  private SchoolTeachersTest school(String id, String municipality, double z, int hard) {
    schools.add(
        new School(
            id,
            id,
            municipality,
            "",
            Optional.empty(),
            School.named(id).parallelClasses(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty()));
    var key = new TallyKey(id, new Measure(YEAR, "ОГЭ", MATHS, "9"));
    estimates.add(
        OutcomeEstimate.standardised(
            new ResultTally(
                key,
                OptionalLong.of(20),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalDouble.of(z),
                OptionalDouble.empty(),
                new ScoreHistogram()),
            z,
            OptionalDouble.empty(),
            1));
    answers.add(new DiagnosticAnswers(id, YEAR, MATHS, "геометрия", 10, hard));
    return this;
  }

  private Teachers teachers() {
    TeacherSettings settings =
        StudyLoader.parse(
                """
                study: s
                inputs:
                  results:
                    - {path: r, shape: means, columns: {school_id: i, mean: m}, constants: {year: 1}}
                """,
                List.of())
            .support()
            .teachers();
    var data = new SupportData(List.of(), staff, answers, List.of(), List.of(), PupilLinks.NONE);
    return SchoolTeachers.of(
        data, SubjectResults.of(basis(data)), networks, settings, .95, notes::add);
  }

  private SupportBasis basis(SupportData data) {
    return new SupportBasis(
        new StudyData(
            schools, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of(),
            Map.of(), data, List.of(), List.of(), List.of()),
        Map.of(),
        new Outcomes(YEAR, estimates, Set.of(), List.of(), List.of(), List.of(), List.of()),
        new ContextFindings(
            List.of(),
            List.of(),
            List.of(),
            new IndexFindings(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of()),
            List.of()),
        new AdjustedOutcomes(
            List.of(), new TreeMap<>(), List.of(), List.of(), List.of(), List.of()),
        new Quality(List.of(), Set.of(), unconfirmed, Set.of(), Map.of(), List.of()),
        new Labels(labels, Map.of(), List.of(), List.of(), List.of(), List.of()),
        List.of(),
        .95,
        42);
  }

  private static List<String> mentorsOf(Teachers teachers, String school) {
    return teachers.mentors().stream()
        .filter(mentor -> mentor.schoolId().equals(school))
        .map(Mentor::mentorId)
        .toList();
  }

  /** 3 of 8: the interval of Wilson (1927) as tables of it have it, 0.137 to 0.694. */
  @Test
  void sharesHaveWilsonsInterval() {
    staff.add(
        new StaffCount(
            "001",
            YEAR,
            MATHS,
            8,
            Map.of(
                StaffFigure.RISK_GROUP, new Part(3, 8),
                StaffFigure.RISK_GROUP_TRAINED, new Part(0, 0))));

    Map<StaffFigure, ShareInterval> shares = teachers().staff().get(0).shares();

    assertThat(shares).containsOnlyKeys(StaffFigure.RISK_GROUP);
    ShareInterval risk = shares.get(StaffFigure.RISK_GROUP);
    assertThat(risk.share()).isEqualTo(.375);
    assertThat(risk.low()).isCloseTo(.1368, within(5e-4));
    assertThat(risk.high()).isCloseTo(.6943, within(5e-4));
  }

  @Test
  void untoldGrowthIsNoted() {
    staff.add(new StaffCount("001", YEAR, MATHS, 8, Map.of(StaffFigure.TESTED, new Part(3, 8))));
    teachers();
    assertThat(notes).extracting(Message::code).containsExactly("teachers.growth-untold");

    notes.clear();
    staff.add(new StaffCount("002", YEAR, MATHS, 8, Map.of(StaffFigure.GREW, new Part(0, 3))));
    teachers();
    assertThat(notes).isEmpty();
  }

  @Test
  void aTopicIsCommonWhereHalfTheSchoolsHaveIt() {
    school("a", "m", 1, 5).school("b", "m", 1, 9).school("c", "m", 1, 4).school("d", "m", 1, 0);
    answers.add(new DiagnosticAnswers("a", YEAR, MATHS, "функции", 10, 10));
    answers.add(new DiagnosticAnswers("b", YEAR, MATHS, "функции", 10, 0));
    answers.add(new DiagnosticAnswers("c", YEAR, MATHS, "функции", 10, 0));

    assertThat(teachers().topics())
        .containsExactly(
            new SharedTopic(YEAR, MATHS, "геометрия", 4, 2, true),
            new SharedTopic(YEAR, MATHS, "функции", 3, 1, false));
  }

  @Test
  void mentorsAreStrongSchoolsOfTheMunicipalityWithoutTheDifficulty() {
    school("weak", "m", -2, 8)
        .school("best", "m", 2, 1)
        .school("good", "m", 1, 4)
        .school("hard", "m", 1.5, 5)
        .school("middling", "m", -1, 0)
        .school("poor", "m", -1.5, 0)
        .school("elsewhere", "n", 3, 0);

    Teachers found = teachers();

    assertThat(mentorsOf(found, "weak")).containsExactly("best", "good");
    assertThat(mentorsOf(found, "hard")).as("better than itself").containsExactly("best");
    assertThat(found.mentors()).noneMatch(Mentor::sameNetwork);
    assertThat(found.mentors().get(1))
        .extracting(Mentor::place, Mentor::difficult, Mentor::mentorDifficult, Mentor::mentorResult)
        .isEqualTo(tuple(1, .8, .1, 2.0).toList());
  }

  @Test
  void schoolsInNeedOfHelpOrWithDoubtedResultsDoNotMentor() {
    school("weak", "m", -2, 8)
        .school("best", "m", 2, 1)
        .school("good", "m", 1, 1)
        .school("fair", "m", .5, 1)
        .school("p", "m", -1, 1)
        .school("q", "m", -1, 1)
        .school("r", "m", -1, 1);
    unconfirmed.add(new TallyKey("best", new Measure(YEAR, "ОГЭ", MATHS, "9")));
    labels.add(
        new Identification(
            "good",
            Label.LOW_RESULT,
            true,
            true,
            OptionalDouble.empty(),
            Optional.empty(),
            false,
            List.of(),
            List.of(),
            OptionalDouble.empty(),
            Optional.empty()));

    assertThat(mentorsOf(teachers(), "weak")).containsExactly("fair");
  }

  @Test
  void mentorsOfTheNetworkComeFirstWhateverTheirMunicipality() {
    school("weak", "m", -2, 8)
        .school("best", "m", 2, 1)
        .school("near", "m", 1, 4)
        .school("middling", "m", -1, 0)
        .school("partner", "n", 1.5, 0)
        .school("poor", "n", -1, 0)
        .school("poorest", "n", -1.5, 0)
        .school("elsewhere", "n", 3, 0);
    networks.putAll(Map.of("weak", 1, "near", 1, "partner", 1, "elsewhere", 2));

    Teachers found = teachers();

    assertThat(mentorsOf(found, "weak")).containsExactly("partner", "near", "best");
    assertThat(found.mentors()).extracting(Mentor::sameNetwork).containsExactly(true, true, false);
  }

  @Test
  void orderOfSchoolsChangesNothing() {
    for (int s = 0; s < 30; s++) {
      school("s" + s, s % 2 == 0 ? "m" : "n", s % 7, s % 11);
    }
    Teachers found = teachers();
    Collections.shuffle(schools, new Random(3));
    Collections.shuffle(estimates, new Random(4));

    assertThat(found.mentors()).hasSizeGreaterThan(20);
    assertThat(teachers()).isEqualTo(found);
  }
}
