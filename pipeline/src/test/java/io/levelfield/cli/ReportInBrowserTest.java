package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.testing.Browser;
import io.levelfield.testing.StudyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a reader meets it: it draws, filters and opens cards, and asks for nothing. */
class ReportInBrowserTest {
  /** Opens all that is folded and shows all pictures. */
  private static final String EVERYTHING =
      "for (const details of document.querySelectorAll('details')) details.open = true;"
          + " redraw(true);";

  private static Browser browser;

  @TempDir private Path scratch;

  @BeforeAll
  static void start() {
    assumeTrue(
        Browser.installed(),
        "no chromium and chromium-driver here: scripts/tests/programs.sh installs them");
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @AfterEach
  void consoleIsSilentAndNothingIsAskedFor() {
    assertThat(browser.console()).isEmpty();
    assertThat(browser.requests())
        .allMatch(address -> address.startsWith("file://") && address.endsWith("/report.html"));
  }

  @Test
  void drawsEveryPicture() {
    open();
    browser.run(EVERYTHING);

    assertThat(
            browser
                .run(
                    "return [...document.querySelectorAll('figure')].filter((f) =>"
                        + " f.querySelector('canvas')).map((f) => f.id).join(' ')")
                .asText())
        .isEqualTo("map-figure ranks-figure funnel-figure partners-figure");
  }

  @Test
  void filtersAndSortsTheTableOfSchools() {
    open();
    assertThat(shownSchools()).hasSize(24);

    browser.run("document.querySelector('#schools-filters input[type=checkbox]').click()");
    assertThat(shownSchools()).hasSize(13).startsWith("МБОУ «Средняя школа № 11»");

    browser.run("document.querySelector('#schools-table th button').click()");
    assertThat(shownSchools()).hasSize(13).startsWith("МБОУ «Белорощинская средняя школа»");

    browser.run(
        "const find = document.querySelector('#schools-filters input[type=search]'); find.value ="
            + " '0020'; find.dispatchEvent(new Event('input', {bubbles: true}))");
    assertThat(shownSchools()).containsExactly("МБОУ «Средняя школа № 11»");
  }

  @Test
  void opensTheCardOfASchool() {
    open();
    browser.run("document.querySelector('.helped .school').click()");

    assertThat(browser.run("return document.getElementById('card').innerText").asText())
        .contains("МБОУ «Средняя школа № 11»", "Место среди тех, кому нужна помощь: 1 из 13")
        .contains("школа со стабильно низкими результатами – подтверждено, вероятность 100 %")
        .contains("Что снимет признак: ", "Похожие школы", "Партнёр", "Главные риски", "По годам");
  }

  /** Growth of pupils and the difference from similar schools, in the words of the console. */
  @Test
  void theCardSaysWhatExplainSays() {
    open();
    browser.run("openCard(SCHOOLS.school_id.indexOf('0008'))");
    String card = browser.run("return document.getElementById('card').innerText").asText();
    String explained =
        Invocation.of("explain", "0008", "--run", SampleRun.directory().toString()).out();

    assertThat(explained.lines().map(String::strip))
        .filteredOn(
            line -> line.matches("(результаты, выросшие|отличие от похожих школ|Партнёр и).*"))
        .hasSize(3)
        .allSatisfy(line -> assertThat(card).contains(line));
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 680, 1050})
  void namesOnTheMapCoverNoOtherAndTheNeediestHaveTheirs(int width) {
    open();
    JsonNode names =
        browser.run(
            """
            return mapOption(%d, 520).graphic
              .filter((part) => part.type === 'text' && part.style.align === 'center')
              .map((part) => {
                const size = textSize(part.style.text, part.style.font, part.style.lineHeight);
                return {text: part.style.text, left: part.x - size.width / 2,
                  right: part.x + size.width / 2, top: part.y - size.height / 2,
                  bottom: part.y + size.height / 2};
              });
            """
                .formatted(width));

    for (int i = 0; i < names.size(); i++) {
      JsonNode one = names.get(i);
      assertThat(one.path("right").asDouble()).as(one.toString()).isLessThanOrEqualTo(width);
      for (int j = 0; j < i; j++) {
        JsonNode other = names.get(j);
        assertThat(
                one.path("left").asDouble() < other.path("right").asDouble()
                    && other.path("left").asDouble() < one.path("right").asDouble()
                    && one.path("top").asDouble() < other.path("bottom").asDouble()
                    && other.path("top").asDouble() < one.path("bottom").asDouble())
            .as("%s over %s", one, other)
            .isFalse();
      }
    }
    assertThat(names)
        .extracting(name -> name.path("text").asText())
        .startsWith("Средняя школа № 11")
        .satisfies(
            told ->
                assertThat(told.contains("Ивнянковская основная школа") || width < 400).isTrue());
  }

  /** What lies above a page is printed on one sheet, whatever it holds. */
  @Test
  void aCardOnPaperIsAPartOfThePage() {
    open();
    browser.run("document.querySelector('.helped .school').click()");
    browser.run("dispatchEvent(new Event('beforeprint'))");
    assertThat(browser.run("return CARD.open && !CARD.matches(':modal')").asBoolean()).isTrue();

    browser.run("dispatchEvent(new Event('afterprint'))");
    assertThat(browser.run("return CARD.matches(':modal')").asBoolean()).isTrue();
    assertThat(browser.run("return location.hash").asText()).isEqualTo("#school-0020");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void readersWithoutSightOrMouseAreNotShutOut(String scheme) throws IOException {
    browser.prefer(scheme);
    open();
    browser.run(EVERYTHING);
    List<String> faults = new ArrayList<>(faults());
    browser.run("document.querySelector('.helped .school').click()");
    faults.addAll(faults());

    assertThat(faults).isEmpty();
  }

  @Test
  void namesOfSchoolsAreNeverMarkup() throws IOException {
    String name = "<img src=x onerror=window.hacked=1>";
    StudyFiles files = TinyStudy.in(scratch);
    String schools = RunTables.read(files.path("schools.csv"));
    files.with("schools.csv", schools.replace("Oak", name).strip());
    Path out = scratch.resolve("out");
    Invocation run =
        Invocation.of("run", files.path("study.yaml").toString(), "--out", out.toString());
    assertThat(run.code()).as(run.err()).isZero();

    browser.open(out.resolve("latest/report.html"));
    browser.run(EVERYTHING + " openCard(0);");
    browser.run(
        "const chart = echarts.getInstanceByDom(document.querySelector('#map-figure .chart'));"
            + " chart.getOption().series.forEach((series, at) => series.data.forEach((mark, row)"
            + " => chart.dispatchAction({type: 'showTip', seriesIndex: at, dataIndex: row})))");

    assertThat(browser.run("return document.documentElement.lang").asText()).isEqualTo("en");
    assertThat(faults()).as("the English page").isEmpty();
    assertThat(browser.run("return document.querySelectorAll('img').length").asInt()).isZero();
    assertThat(browser.run("return window.hacked === undefined").asBoolean()).isTrue();
    assertThat(browser.run("return document.getElementById('card-name').textContent").asText())
        .isEqualTo(name);
  }

  private static void open() {
    browser.open(SampleRun.directory().resolve("report.html"));
  }

  private static List<String> shownSchools() {
    List<String> names = new ArrayList<>();
    browser
        .run(
            "return [...document.querySelectorAll('#schools-table tbody .school')].map((b) =>"
                + " b.textContent)")
        .forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Serious and critical faults that axe-core finds, each with the element it is of. */
  private static List<String> faults() throws IOException {
    String axe;
    try (var file =
        ReportInBrowserTest.class.getResourceAsStream("/io/levelfield/page/axe.min.js")) {
      axe = new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> faults = new ArrayList<>();
    browser
        .await(
            axe
                + "; const done = arguments[arguments.length - 1];"
                + " axe.run(document, {resultTypes: ['violations']}).then((found) =>"
                + " done(found.violations.filter((v) => ['serious',"
                + " 'critical'].includes(v.impact)).map((v) => v.id + ': ' + v.nodes.slice(0,"
                + " 3).map((n) => n.html.slice(0, 160)).join(' | '))))")
        .forEach(fault -> faults.add(fault.asText()));
    return faults;
  }
}
