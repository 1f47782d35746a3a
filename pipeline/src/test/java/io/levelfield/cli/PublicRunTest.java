package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.text.Language;
import io.levelfield.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs of one output directory make public, one after another. */
class PublicRunTest {
  @TempDir private Path directory;

  private static final String PUBLIC = "outputs.public={}";

  private String run(List<String> results, String... settings) throws IOException {
    Path own = directory.resolve("own");
    var study = new SoundStudy(directory);
    study.check(results, SoundStudy.context()); // writes the files
    Invocation run = Invocation.run(own.resolve("study.yaml").toString(), study.out(), settings);
    assertThat(run.code()).as(run.err()).isZero();
    Path table = study.out().resolve("latest/public/public_results.csv");
    return Files.exists(table) ? Files.readString(table) : "";
  }

  private String manifest() throws IOException {
    return Files.readString(directory.resolve("out/latest/run.json"));
  }

  @Test
  void nothingIsPublicUnlessAskedFor() throws IOException {
    assertThat(run(SoundStudy.results())).isEmpty();
    assertThat(directory.resolve("out/latest/report.xlsx")).exists();
    assertThat(directory.resolve("out/latest/model/public.json")).doesNotExist();
  }

  /** Every cell of the page is one of the public tables, as people read it, or a fixed word. */
  @Test
  void thePageForEveryoneHoldsWhatThePublicTablesHold() throws IOException {
    Path folder = SampleRun.directory().resolve("public");
    Set<String> allowed =
        new HashSet<>(Set.of("", "–", "скрыто", "результат не подтверждён", "есть", "нет"));
    for (String table : List.of("public_results", "public_indicators")) {
      for (CSVRecord row : SampleRun.rows("../public/" + table)) {
        row.forEach(cell -> allowed.addAll(asPeopleReadIt(cell)));
      }
    }
    String page = Files.readString(folder.resolve("index.html"));
    List<String> cells =
        Pattern.compile("<t[hd][^>]*>([^<]*)</t[hd]>")
            .matcher(page.replaceAll("(?s)<thead>.*?</thead>", ""))
            .results()
            .map(cell -> cell.group(1).replace("&amp;", "&").replace("&#34;", "\""))
            .toList();

    assertThat(cells).hasSizeGreaterThan(500);
    assertThat(allowed).containsAll(cells);
    assertThat(page)
        .contains("скрыто", "Малые школы вместе")
        .doesNotContain("<script", "http:", "https:");
    Set<String> published = new HashSet<>();
    SampleRun.rows("../public/public_results")
        .forEach(row -> published.add(row.get("school_name")));
    assertThat(SampleRun.rows("schools"))
        .extracting(school -> school.get("name"))
        .filteredOn(name -> !published.contains(name))
        .noneMatch(page::contains);
  }

  private static List<String> asPeopleReadIt(String cell) {
    if (!cell.matches("-?[0-9.]+(E-?[0-9]+)?")) {
      return List.of(cell);
    }
    var texts = Texts.in(Language.RU);
    double number = Double.parseDouble(cell);
    return List.of(
        cell,
        texts.say("page.count", number),
        texts.say("page.number", number),
        texts.say("page.share", number),
        texts.say("page.public.at-least", number),
        texts.say("page.public.at-most", number));
  }

  /** The run between them publishes nothing, and yet what was public before is known. */
  @Test
  void whatWasPublicStaysThoughARunBetweenPublishesNothing() throws IOException {
    String first = run(SoundStudy.results(), PUBLIC, "outputs.xlsx=false");
    List<String> corrected = new ArrayList<>(SoundStudy.results());
    corrected.set(1, "100,maths,41,5,45.1");
    run(corrected);
    String third = run(corrected, PUBLIC);

    assertThat(first).contains("maths");
    assertThat(third).isEqualTo(first);
    assertThat(manifest()).contains("results published earlier stay as they were");
  }

  @Test
  void refusesWhereItIsNotKnownWhatIsPublic() throws IOException {
    run(SoundStudy.results(), PUBLIC);
    Files.writeString(directory.resolve("out/latest/model/public.json"), "{\"measures\": 3}");
    Invocation again =
        Invocation.of(
            "run",
            directory.resolve("own/study.yaml").toString(),
            "--out",
            directory.resolve("out").toString());

    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err())
        .contains("public.json cannot be read (it does not tell what is public)");
  }
}
