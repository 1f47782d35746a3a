package io.levelfield.stats;

import java.io.Serializable;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Runs independent replicates (restarts, resamples, draws). A replicate is a function of its number
 * alone and seeds itself from it, so results do not depend on where or in what order they run.
 */
public interface Replicates {

  /** A replicate's work; serialisable, so that it can be sent to another machine. */
  interface Work<T> extends IntFunction<T>, Serializable {}

  /**
   * Runs replicates 0 to {@code count - 1}.
   *
   * @return their results in the order of their numbers
   */
  <T extends Serializable> List<T> run(int count, Work<T> work);

  /** Runs the replicates one after another in the calling thread. */
  static Replicates inThisThread() {
    return new Replicates() {
      @Override
      public <T extends Serializable> List<T> run(int count, Work<T> work) {
        return IntStream.range(0, count).mapToObj(work).toList();
      }
    };
  }
}
