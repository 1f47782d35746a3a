package io.levelfield.stats;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Runs independent replicates (restarts, resamples, draws). A replicate is a function of the data
 * and its number alone and seeds itself from the number, so results do not depend on where or in
 * what order replicates run.
 */
public interface Replicates {

  /**
   * A replicate's work; serialisable, so that it can be sent to another machine. It should capture
   * settings only: what is large belongs in the shared value.
   */
  @FunctionalInterface
  interface Work<S, T> extends Serializable {
    T run(S shared, int replicate);
  }

  /**
   * Runs replicates 0 to {@code count - 1}.
   *
   * @param shared what every replicate reads and none changes, e.g. the schools' features; it goes
   *     to each machine once
   * @return their results in the order of their numbers
   */
  <S extends Serializable, T extends Serializable> List<T> run(
      S shared, int count, Work<S, T> work);

  /** Runs the replicates on all cores of this machine. */
  static Replicates onAllCores() {
    return new Replicates() {
      @Override
      public <S extends Serializable, T extends Serializable> List<T> run(
          S shared, int count, Work<S, T> work) {
        return IntStream.range(0, count).parallel().mapToObj(i -> work.run(shared, i)).toList();
      }
    };
  }

  /** Runs the replicates one after another in the calling thread. */
  static Replicates inThisThread() {
    return new Replicates() {
      @Override
      public <S extends Serializable, T extends Serializable> List<T> run(
          S shared, int count, Work<S, T> work) {
        return IntStream.range(0, count).mapToObj(i -> work.run(shared, i)).toList();
      }
    };
  }
}
