package io.levelfield.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are no schools, as offices send them. */
class TotalRowsInFilesTest {
  private static final Path CASES = Path.of("src/test/resources/cases/03-total-rows");

  @TempDir private Path directory;

  @Test
  void totalsAreNamedAndResultsAreThoseOfTheCleanFile() {
    Invocation total = run("without-register");
    Invocation clean = run("clean");

    assertThat(total.code()).as(total.err()).isZero();
    assertThat(total.out())
        .contains("к нескольким вместе: 4 (Итого по району)", "итогов 5")
        .contains("равны сумме по остальным школам")
        .contains("к нескольким вместе: 1 (Итого); например passports.csv, строка 26");
    assertThat(clean.out()).contains("итогов 1").doesNotContain("Итого по району");
    assertThat(withoutRejects("without-register")).isEqualTo(withoutRejects("clean"));
    assertThat(tables("without-register").get("rejects.csv").lines())
        .filteredOn(line -> line.contains("Итого по району"))
        .hasSize(4)
        .allMatch(line -> line.endsWith(",total"));
  }

  @Test
  void totalsAreKeptWhereTheStudySaysSo() {
    Invocation kept = run("without-register", "inputs.totals=keep");

    assertThat(kept.code()).as(kept.err()).isZero();
    assertThat(kept.out()).contains("приняты за школы, как велит inputs.totals: keep");
    assertThat(tables("without-register").get("schools.csv")).contains("Итого по району");
  }

  @Test
  void withARegisterTotalsAreLeftOutToo() {
    Invocation run =
        run("without-register", "inputs.schools=[{path: schools.csv, columns: {school_id: Код}}]");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("4 (Итого по району)", "не школа, а итог");
    assertThat(tables("without-register").get("schools.csv").lines().skip(1)).hasSize(24);
  }

  private Map<String, String> withoutRejects(String study) {
    Map<String, String> tables = tables(study);
    tables.remove("rejects.csv");
    return tables;
  }

  private Map<String, String> tables(String study) {
    return RunTables.latest(directory.resolve(study));
  }

  private Invocation run(String study, String... settings) {
    return Invocation.run(
        CASES.resolve(study + ".yaml").toString(), directory.resolve(study), settings);
  }
}
