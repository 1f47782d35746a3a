package io.levelfield.support.indicators;

import io.levelfield.model.text.Message;
import io.levelfield.study.Programme;
import io.levelfield.study.Programme.Act;
import java.util.Optional;
import java.util.function.Function;

/** Indicators 1 and 11: what no data tell, but the authority's orders. */
record DocumentedFacts(Optional<Programme> programme) {

  Answer of(Function<Programme, Optional<Act>> act, String key, int year) {
    if (programme.isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-programme"));
    }
    Optional<Act> order = act.apply(programme.get());
    if (order.isEmpty()) {
      return Answer.lacking(Message.of("indicator.no-act", key));
    }
    int since = order.get().since().orElseThrow();
    return Answer.fact(
        since <= year,
        Message.of("indicator.act", order.get().document(), Integer.toString(since)));
  }
}
