package io.levelfield.support.indicators;

import io.levelfield.model.SchoolYear;
import io.levelfield.model.context.ContextScore;
import io.levelfield.model.input.School;
import io.levelfield.model.quality.QualityFinding;
import io.levelfield.model.quality.QualityFinding.Severity;
import io.levelfield.model.text.Message;
import io.levelfield.support.SupportBasis;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Indicator 3: schools whose results and conditions of the year could be analysed, that is with a
 * result and an index and without a value that cannot be right.
 */
record AnalysedSchools(SupportBasis basis) {

  Answer of(int year) {
    Set<String> analysed =
        basis.data().schools().stream().map(School::id).collect(Collectors.toSet());
    int all = analysed.size();
    analysed.retainAll(
        basis.outcomes().yearly().stream()
            .filter(result -> result.lastYear() == year && result.result().isPresent())
            .map(result -> result.schoolId())
            .collect(Collectors.toSet()));
    if (analysed.isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-results", Integer.toString(year)));
    }
    Set<SchoolYear> indexed =
        basis.context().scores().stream().map(ContextScore::key).collect(Collectors.toSet());
    if (indexed.stream().noneMatch(own -> own.year() == year)) {
      return Answer.lacking(Message.of("indicator.no-passports", Integer.toString(year)));
    }
    analysed.removeIf(school -> !indexed.contains(new SchoolYear(school, year)));
    Set<String> impossible = new HashSet<>();
    basis.quality().findings().stream()
        .filter(finding -> finding.severity() == Severity.IMPOSSIBLE && finding.year() == year)
        .map(QualityFinding::schoolId)
        .forEach(impossible::add);
    analysed.removeAll(impossible);
    return Answer.share(
        analysed.size(), all, 1, basis.confidence(), Message.of("indicator.analysed"));
  }
}
