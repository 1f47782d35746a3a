package io.levelfield.simulate;

import io.levelfield.model.input.ResultTally;
import java.util.List;

/**
 * A district that was drawn; each list is ordered by key.
 *
 * @param observed what its schools' pupils came to
 * @param lasting what schools' levels are without pupils' chance and without good and bad years
 * @param shares true shares below the minimum of each examination, as counts of very many pupils
 */
public record DrawnDistrict(
    List<ResultTally> observed, List<ResultTally> lasting, List<ResultTally> shares) {

  public DrawnDistrict {
    observed = List.copyOf(observed);
    lasting = List.copyOf(lasting);
    shares = List.copyOf(shares);
  }
}
