package io.levelfield.support.indicators;

import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.support.ClimateFigure;
import io.levelfield.model.text.Message;
import io.levelfield.support.SupportBasis;
import java.util.List;

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
    return Answer.share(
        taking,
        pupils,
        (double) schools / basis.data().schools().size(),
        basis.confidence(),
        Message.of("indicator.pupils-asked", schools));
  }
}
