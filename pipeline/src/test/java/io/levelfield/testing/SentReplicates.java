package io.levelfield.testing;

import io.levelfield.stats.Replicates;
import java.io.Serializable;
import java.util.List;
import org.apache.commons.lang3.SerializationUtils;

/** Serialises everything on its way to replicates and back, as Spark does. */
public final class SentReplicates implements Replicates {
  @Override
  public <S extends Serializable, T extends Serializable> List<T> run(
      S shared, int count, Work<S, T> work) {
    return Replicates.inThisThread()
        .run(SerializationUtils.clone(shared), count, SerializationUtils.clone(work))
        .stream()
        .map(SerializationUtils::clone)
        .toList();
  }
}
