package io.levelfield.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.ingest.TotalRows.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TotalRowsTest {
  private final SortedMap<String, Map<String, Double>> figures = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(strings = {"Итого по району", "ВСЕГО", "Район", "State", "0000000", "Управление"})
  void whatAddsUpAndLooksUnlikeASchoolIsATotal(String code) {
    schools(6);
    row(code, sum("n"), sum("below"));

    assertThat(found()).containsExactly(Map.entry(code, Verdict.SUM));
  }

  /** Of a code like all others two figures prove nothing, three do. */
  @Test
  void aCodeLikeOthersIsATotalOnlyIfManyFiguresAddUp() {
    schools(6);
    row("999999", sum("n"), sum("below"));
    assertThat(found()).isEmpty();

    for (int school = 1; school <= 6; school++) {
      figures.get("10" + school).put("other", 11.0 + school);
    }
    figures.get("999999").put("other", sum("other") - 0);
    assertThat(found()).containsExactly(Map.entry("999999", Verdict.SUM));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theSumOfOneOrTwoSchoolsProvesNothing(int others) {
    schools(others);
    row("103456", sum("n"), sum("below"));
    row("Район", sum("n") / 2, sum("below") / 2);

    assertThat(found()).containsExactly(Map.entry("Район", Verdict.UNCLEAR));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Итого", "Лицей", "Всего", "District"})
  void aSchoolNamedByAWordIsOnlyNamed(String code) {
    schools(6);
    row(code, 60, 5);

    assertThat(found()).containsExactly(Map.entry(code, Verdict.UNCLEAR));
  }

  @Test
  void aSubtotalByItsWordsIsATotalIfItHoldsTwoSchools() {
    schools(6);
    row("Итого по г. Заречному", 150, 20);

    assertThat(found()).containsExactly(Map.entry("Итого по г. Заречному", Verdict.WORD));
  }

  @Test
  void areasThatAreAllSchoolsTogetherAreTotals() {
    schools(6);
    row("Заречный", sum("n") - 300, sum("below") - 20);
    row("Нагорный", 300, 20);

    assertThat(found()).isEqualTo(Map.of("Заречный", Verdict.SUM, "Нагорный", Verdict.SUM));
  }

  @Test
  void aSchoolWithoutANumberIsPartOfTheTotal() {
    schools(6);
    row("Гимназия", 60, 5);
    row("Район", sum("n"), sum("below"));

    assertThat(found()).isEqualTo(Map.of("Гимназия", Verdict.UNCLEAR, "Район", Verdict.SUM));
  }

  @Test
  void whereCodesAreNamesAWordIsNoSign() {
    for (String name : new String[] {"Лицей", "Гимназия", "Школа в Долгом", "Total Learning"}) {
      row(name, 40 + name.length(), 7);
    }

    assertThat(found()).isEmpty();
  }

  /** Sizes of schools that grow like those of districts: none may vanish. */
  @Test
  void noSoundSchoolIsATotal() {
    int named = 0;
    for (int district = 0; district < 3000; district++) {
      var random = new Random(district);
      figures.clear();
      int schools = 2 + random.nextInt(12);
      for (int school = 0; school < schools; school++) {
        double n = Math.rint(5 * Math.exp(2.5 * random.nextDouble()));
        row(String.format("%03d", school + 1), n, Math.rint(n * random.nextDouble() / 2));
        for (int subject = 0; subject < 4; subject++) {
          if (random.nextInt(3) > 0) {
            figures
                .get(String.format("%03d", school + 1))
                .put("subject " + subject, (double) (1 + random.nextInt((int) n)));
          }
        }
      }
      named += found().size();
    }

    assertThat(named).isZero();
  }

  private void schools(int number) {
    for (int school = 1; school <= number; school++) {
      row("10" + school, 30 + 7 * school, 3 + school);
    }
  }

  private void row(String code, double participants, double below) {
    Map<String, Double> own = new HashMap<>();
    own.put("n", participants);
    own.put("below", below);
    figures.put(code, own);
  }

  private double sum(String figure) {
    return figures.values().stream().mapToDouble(own -> own.getOrDefault(figure, 0.0)).sum();
  }

  private SortedMap<String, Verdict> found() {
    return TotalRows.of(figures);
  }
}
