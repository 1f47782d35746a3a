package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.levelfield.model.text.Language;
import io.levelfield.report.PublishedRun;
import io.levelfield.report.RunProblem;
import io.levelfield.testing.InEnglish;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The card of a school of the sample district, from the files of a run. */
class ExplainTest {
  @TempDir private static Path directory;
  private static Path out;

  @TempDir private Path scratch;

  @BeforeAll
  static void run() {
    out = directory.resolve("out/safonovo-sample");
    Invocation run =
        Invocation.of("run", "../configs/safonovo-sample.yaml", "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();
  }

  /** A planted school of each kind, and what its card must say of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0010 | школа с низкими результатами — подтверждено | ВПР математика 4: 9 из 17 ниже минимума (53 %), порог 30 %",
        "0004 | школа в неблагоприятных социальных условиях — подтверждено | ИСБШ -1,30: 3-е место с конца из 24",
        "0006 | школа со стабильно высокими результатами — подтверждено | 2018: результат",
        "0001 | резильентная школа — подтверждено | вероятность, что истинный выше ожидаемого, 100 % (нужно 90 %)",
        "0003 | результат не подтверждён | Просим перепроверить работы с минимальным баллом"
      })
  void tellsTheReasonForEveryKindOfSchool(String school, String label, String reason) {
    Invocation card = explain(school);

    assertThat(card.code()).as(card.err()).isZero();
    assertThat(card.out()).contains(label, reason);
  }

  @Test
  void tellsWhatSupportTheSchoolGets() {
    assertThat(explain("0018").out())
        .contains("Антирисковая программа: может проявляться в результатах с 2018 года", "2 из 4");
    assertThat(explain("0004", "--lang", "en").out())
        .contains("Летняя школа: in the school year 2018 only");
    assertThat(explain("0001").out()).doesNotContain("Антирисковая", "Летняя школа");
  }

  @Test
  void namesIndicatorsInWords() {
    assertThat(explain("0004").out()).contains("неполные семьи").doesNotContain("single_parent");
    assertThat(explain("0004", "--lang", "en").out()).contains("single-parent families");
  }

  @Test
  void tellsThePartnerAndWhy() {
    assertThat(explain("0012").out())
        .contains("МБОУ «Средняя школа № 4» (0007) — цена пары 0,098")
        .contains("дорога через центр муниципалитета — до 26 мин")
        .contains("без этой пары партнёром стала бы МБОУ «Ольховская основная школа» (0001)");
    assertThat(explain("0012", "--lang", "en").out())
        .contains("the partner's result is above what its context lets one expect");
  }

  @Test
  void saysWhatWouldEndTheLabel() {
    assertThat(explain("0004").out())
        .contains("→ ещё 1 ученик выше минимума — и признака нет; ОГЭ обществознание 9: 1");
  }

  @Test
  void speaksAnotherLanguageThanTheStudy() {
    assertThat(explain("0010", "--lang", "en").out())
        .contains("school with low results — confirmed")
        .contains("9 of 17 below the minimum")
        .doesNotContain("порог");
  }

  @Test
  void tellsTeachersTheirDifficultiesAndWhoCouldHelp() {
    assertThat(explain("0010").out())
        .contains("педагогов 9, в «группе риска» 4 из 9 (44 %)")
        .contains("в «группе риска» по предметам: математика 2 из 3")
        .contains(
            "математика, геометрия: 3 из 3 ответов\n"
                + "    могут помочь: МБОУ «Средняя школа № 4» (0007)");
    assertThat(explain("0010", "--lang", "en").out())
        .contains("4 of 9 in the risk group (44%)", "could help: ");
  }

  @Test
  void tellsTheYearsTheListsAndTheGrowthOfPupils() {
    assertThat(explain("0020").out())
        .contains(
            "  2018: результат -0,97, +0,13 к предыдущему году; без всякой помощи следовало ожидать"
                + " +0,01\n"
                + "  изменение за год по прямой: +0,03 (стандартная ошибка 0,05)\n"
                + "  школа с низкими результатами: осталась в списке, лет в списке: 3; поддержка"
                + " заканчивается, когда правило не выполняется несколько лет подряд, осталось таких"
                + " лет: 2")
        .contains("таким же прежним результатом, 2018 год: 39 % (от 29 % до 50 %)");
    assertThat(explain("0020", "--lang", "en").out())
        .contains("with low results: stayed, years on the list: 3");
  }

  @Test
  void tellsTheForemostRisksAndTheNetwork() {
    assertThat(explain("0020").out())
        .contains(
            "Главные риски, 2018 год\n  оснащение: уровень риска высокий (балл 2; лучше у 87 % из 23"
                + " других школ)")
        .contains("сеть вокруг школы МБОУ «Перелесковская основная школа» (0017): ");
    assertThat(explain("0017").out())
        .contains(
            "школа-партнёр для: ", "школа — центр сети: ", "МБОУ «Средняя школа № 14» (0024)");
    assertThat(explain("0020", "--lang", "en").out())
        .contains("оснащение: high (score 2; 87% of 23 other schools do better)");
  }

  @Test
  void givesProgramsTheSame() throws IOException {
    JsonNode card = new ObjectMapper().readTree(explain("0010", "--format", "json").out());

    assertThat(card.path("school").path("school_id").asText()).isEqualTo("0010");
    assertThat(card.path("school").path("low_result").isBoolean()).isTrue();
    assertThat(card.path("labels").path(0).path("label").asText()).isEqualTo("low-result");
    assertThat(card.path("labels").path(0).path("probability").doubleValue()).isGreaterThan(0.99);
    assertThat(card.path("labels").path(0).path("reasons").size()).isGreaterThan(2);
    assertThat(card.path("results")).hasSize(9);
  }

  @Test
  void saysThatASchoolIsBorderlineAndGroupsAreNone() {
    Path seven = scratch.resolve("seven");
    Invocation run =
        Invocation.of(
            "run",
            "../configs/safonovo-sample.yaml",
            "--out",
            seven.toString(),
            "--set",
            "clusters.k=7");
    assertThat(run.out()).contains("подтверждения группам нет");

    Invocation card = Invocation.of("explain", "0006", "--run", seven.toString());

    assertThat(card.out())
        .containsPattern("школа пограничная: в свою группу попадает в [67]\\d % повторных выборок")
        .contains("подтверждения группам нет");
    assertThat(explain("0006").out()).doesNotContain("пограничная", "подтверждения группам нет");
  }

  @Test
  void saysWhereTheSchoolStandsAmongThoseThatNeedHelp() {
    assertThat(explain("0024").out())
        .contains("место среди школ, которым нужна помощь: 13 из 13")
        .contains("название группы расходится с признаками школы: школа с низкими результатами, ");
    assertThat(explain("0006").out()).doesNotContain("нужна помощь", "расходится");
  }

  @Test
  void saysFromWhomASimilarSchoolDiffers() {
    assertThat(explain("0010").out())
        .contains("Лицей № 5» (0009): расстояние 0,35, её результат на 1,28 выше, чем у школы 0010")
        .contains("(0020): расстояние 0,35, её результат на 0,16 ниже, чем у школы 0010");
  }

  @Test
  void saysThatTheResultInAGroupsNameIsAdjusted() {
    assertThat(explain("0010").out()).contains("группы результат — с поправкой на контекст");
    assertThat(explain("0004").out()).doesNotContain("группы результат");
  }

  @Test
  void saysThatASchoolIsJudgedByAnOlderPassportThanOthers() throws IOException {
    StudyFiles study = TinyStudy.in(scratch.resolve("study"));
    Path context = study.path("context.csv");
    Files.writeString(
        context,
        Files.readString(context)
            .replace("poor", "year,poor")
            .replace("008,", "008,2016,")
            .replaceAll("(?m)^(00[1-7]),", "$1,2018,"));
    Path yaml = study.path("study.yaml");
    Files.writeString(
        yaml,
        Files.readString(yaml)
            .replace("{school_id: id}, constants: {year: 2018}}", "{school_id: id, year: year}}"));
    Path tiny = scratch.resolve("out");
    Invocation run = Invocation.of("run", yaml.toString(), "--out", tiny.toString());

    assertThat(run.out())
        .contains("8 of 8 schools, by passports of 2018; judged by a passport of another year: 1");
    assertThat(Invocation.of("explain", "008", "--run", tiny.toString()).out())
        .contains("by the passport of 2016, rank 1 of 1")
        .contains("most schools have a passport of 2018; this school is judged by that of 2016");
    assertThat(Invocation.of("explain", "007", "--run", tiny.toString()).out())
        .contains("by the passport of 2018, rank 3 of 7")
        .doesNotContain("most schools have");
  }

  @Test
  void takesARunOrAnOutputDirectory() {
    Invocation ofRun = Invocation.of("explain", "0010", "--run", out.resolve("latest").toString());

    assertThat(ofRun.out()).isEqualTo(explain("0010").out());
  }

  @Test
  void findsTheNewestRunUnderOut() {
    assertThat(PublishedRun.newest(directory).language()).isEqualTo(Language.RU);
    assertThatThrownBy(() -> PublishedRun.newest(scratch))
        .isInstanceOf(RunProblem.class)
        .extracting(InEnglish::told)
        .asString()
        .contains("no run under");
  }

  @Test
  void anUnknownSchoolIsAnswered() {
    Invocation card = explain("010");

    assertThat(card.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(card.err()).contains("в расчёте нет школы 010; может быть, 0010?");
    assertThat(card.out()).isEmpty();
  }

  /** The sample has one Лицей № 5 and several schools named for their villages. */
  @ParameterizedTest
  @CsvSource({"лицей № 5", "ЛИЦЕЙ 5", "Лицей №5»"})
  void findsASchoolByAPartOfItsName(String asked) {
    Invocation card = explain(asked);

    assertThat(card.code()).as(card.err()).isZero();
    assertThat(card.out()).isEqualTo(explain("0009").out());
  }

  @Test
  void listsTheSchoolsThatAPartOfANameFits() {
    Invocation card = explain("школа");

    assertThat(card.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(card.err()).contains("подходят несколько школ", "\n  0010  ");
    assertThat(card.out()).isEmpty();
  }

  @Test
  void aDirectoryWithoutARunIsAnswered() {
    Invocation card = Invocation.of("explain", "0010", "--run", scratch.toString());

    assertThat(card.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(card.err()).contains("no run in " + scratch);
  }

  @Test
  void aDamagedRunIsAnswered() throws IOException {
    Files.writeString(scratch.resolve("run.json"), "{");
    Files.writeString(scratch.resolve("datapackage.json"), "{}");

    Invocation card = Invocation.of("explain", "0010", "--run", scratch.toString());

    assertThat(card.code()).isEqualTo(ExitCode.WRONG_ARGUMENTS);
    assertThat(card.err()).contains("run.json cannot be read");
  }

  private static Invocation explain(String school, String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "explain";
    arguments[1] = school;
    arguments[2] = "--run";
    arguments[3] = out.toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Invocation.of(arguments);
  }
}
