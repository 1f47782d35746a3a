package io.levelfield.support.indicators;

import io.levelfield.model.identify.Label;
import io.levelfield.model.identify.YearList;
import io.levelfield.model.text.Message;
import io.levelfield.support.SupportBasis;
import java.util.Optional;

/** Indicators 4.1 to 4.3: schools on a list. */
record ListShares(SupportBasis basis) {

  Answer of(Label label, int year) {
    Optional<YearList> list =
        basis.lists().stream()
            .filter(own -> own.label() == label && own.year() == year)
            .filter(own -> !own.judged().isEmpty())
            .findFirst();
    if (list.isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-list", label, Integer.toString(year)));
    }
    int judged = list.get().judged().size();
    return Answer.share(
        list.get().listed().size(),
        judged,
        (double) judged / basis.data().schools().size(),
        basis.confidence(),
        Message.of("indicator.of-judged", judged, basis.data().schools().size()));
  }
}
