package io.levelfield.support.indicators;

import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.input.PassportCount;
import io.levelfield.model.support.ClimateFigure;
import io.levelfield.model.text.Message;
import io.levelfield.support.SupportBasis;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Indicator 14: pupils in supplementary education, each once. */
record PupilsAsked(SupportBasis basis, List<ClimateFigure> figures) {

  Answer supplementary(int year) {
    List<ClimateFigure> asked =
        figures.stream()
            .filter(own -> own.measure() == ClimateMeasure.SUPPLEMENTARY && own.year() == year)
            .toList();
    if (asked.isEmpty()) {
      return Answer.lacking(
          figures.isEmpty()
              ? Message.of("indicator.no-climate")
              : Message.of("indicator.no-supplementary", Integer.toString(year)));
    }
    long pupils = 0;
    long taking = 0;
    long schools = 0;
    for (ClimateFigure own : asked) {
      if (!own.schoolId().equals(ClimateFigure.ALL)) {
        schools++;
        pupils += own.pupils();
        taking += Math.round(own.value() * own.pupils());
      }
    }
    int all = basis.data().schools().size();
    return Answer.share(
        taking,
        pupils,
        Math.min(1, ofPupils(pupils, year).orElse((double) schools / all)),
        basis.confidence(),
        Message.of("indicator.pupils-asked", pupils, schools, all));
  }

  /**
   * The share of all pupils that were asked; empty unless the passports of the year count the
   * pupils of every school. A school's largest total is that of its pupils.
   */
  private OptionalDouble ofPupils(long asked, int year) {
    Map<String, Double> most = new HashMap<>();
    for (PassportCount count : basis.data().counts()) {
      if (count.year() == year) {
        most.merge(count.schoolId(), count.total(), Math::max);
      }
    }
    double pupils = most.values().stream().mapToDouble(Double::doubleValue).sum();
    return most.size() == basis.data().schools().size() && pupils > 0
        ? OptionalDouble.of(asked / pupils)
        : OptionalDouble.empty();
  }
}
