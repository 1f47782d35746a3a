package io.levelfield.cli;

import io.levelfield.model.NotHandedOn;
import io.levelfield.model.text.Message;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands a run on to several that want it: where one is not served the others still are. */
final class HandOver {
  private final Consumer<Message> told;
  private Optional<NotHandedOn> problem = Optional.empty();

  /**
   * @param told of what was done
   */
  HandOver(Consumer<Message> told) {
    this.told = told;
  }

  /** Serves one of them. */
  void serve(Supplier<Message> one) {
    try {
      told.accept(one.get());
    } catch (NotHandedOn e) {
      problem = problem.map(before -> both(before, e)).or(() -> Optional.of(e));
    }
  }

  private static NotHandedOn both(NotHandedOn before, NotHandedOn e) {
    var both =
        new NotHandedOn(Message.of("then", before.told(), e.told()), e.run().orElse(null), before);
    both.addSuppressed(e);
    return both;
  }

  /**
   * Ends it.
   *
   * @throws NotHandedOn if any was not served
   */
  void end() {
    problem.ifPresent(
        e -> {
          throw e;
        });
  }
}
