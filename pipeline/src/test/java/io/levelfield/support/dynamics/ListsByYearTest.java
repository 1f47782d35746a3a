package io.levelfield.support.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.YearList;
import io.levelfield.model.support.ListStay;
import io.levelfield.model.support.ListStay.Change;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ListsByYearTest {
  private static final List<String> SCHOOLS = List.of("a", "b", "c", "d", "e", "f");

  /** a stayed, b entered, c left, d left long ago, e was never listed, f is judged no more. */
  private static final ListsByYear LISTS =
      new ListsByYear(
          List.of(
              list(2016, SCHOOLS, "a", "c", "d", "f"),
              list(2017, SCHOOLS, "a", "c"),
              list(2018, SCHOOLS.subList(0, 5), "a", "b")));

  private static YearList list(int year, List<String> judged, String... listed) {
    return new YearList(
        year, Label.LOW_RESULT, new TreeSet<>(judged), new TreeSet<>(List.of(listed)));
  }

  @Test
  void saysWhoStayedEnteredAndLeft() {
    assertThat(LISTS.stays(2))
        .extracting(
            ListStay::schoolId,
            ListStay::change,
            ListStay::firstYear,
            ListStay::lastYear,
            ListStay::yearsOn,
            ListStay::yearsOff)
        .containsExactly(
            tuple("a", Change.STAYED, 2016, 2018, 3, 0),
            tuple("b", Change.ENTERED, 2018, 2018, 1, 0),
            tuple("c", Change.LEFT, 2016, 2017, 2, 1),
            tuple("d", Change.OFF, 2016, 2016, 1, 2),
            tuple("f", Change.UNKNOWN, 2016, 2016, 1, 0));
  }

  @Test
  void aSchoolExitsOnceItsRuleHasNotHeldForAsManyYearsAsSet() {
    assertThat(LISTS.stays(2))
        .extracting(ListStay::exits)
        .containsExactly(
            Optional.of(false),
            Optional.of(false),
            Optional.of(false),
            Optional.of(true),
            Optional.of(false));
    assertThat(LISTS.stays(2))
        .extracting(ListStay::yearsToExit)
        .containsExactly(
            OptionalInt.of(2),
            OptionalInt.of(2),
            OptionalInt.of(1),
            OptionalInt.of(0),
            OptionalInt.of(2));
    assertThat(LISTS.stays(3)).noneMatch(stay -> stay.exits().orElseThrow());
  }

  @Test
  void listsThatCallForNoHelpHaveNoExit() {
    var lists =
        new ListsByYear(
            List.of(
                new YearList(
                    2018, Label.HIGH_RESULT, new TreeSet<>(SCHOOLS), new TreeSet<>(SCHOOLS))));
    assertThat(lists.stays(2))
        .hasSize(6)
        .allSatisfy(
            stay -> {
              assertThat(stay.exits()).isEmpty();
              assertThat(stay.change()).isEqualTo(Change.LISTED);
            });
  }

  @Test
  void whoWasNotJudgedTheYearBeforeNeitherEntersNorLeaves() {
    assertThat(LISTS.turned("b", 2018, true)).containsExactly(Label.LOW_RESULT);
    assertThat(LISTS.turned("c", 2018, false)).containsExactly(Label.LOW_RESULT);
    assertThat(LISTS.turned("f", 2018, false)).isEmpty();
    assertThat(LISTS.turned("a", 2016, true)).isEmpty();
    assertThat(LISTS.borne("a", 2015)).isEmpty();
    assertThat(LISTS.borne("e", 2018)).isEqualTo(Optional.of(List.of()));
  }
}
