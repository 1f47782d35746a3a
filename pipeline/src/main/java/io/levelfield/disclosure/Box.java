package io.levelfield.disclosure;

import java.util.List;

/**
 * What everyone knows of a whole number that is hidden.
 *
 * @param least it may be
 * @param most it may be
 */
record Box(long least, long most) {

  /**
   * How many values the one of these numbers has that is told most closely by their sum. Bounds and
   * a sum tell no more than this: each number less than its box by what the others cannot make up.
   *
   * @param sum of the numbers
   */
  static long fewestValues(List<Box> boxes, long sum) {
    long least = boxes.stream().mapToLong(Box::least).sum();
    long most = boxes.stream().mapToLong(Box::most).sum();
    return boxes.stream()
        .mapToLong(
            box -> {
              long from = Math.max(box.least, sum - (most - box.most));
              long to = Math.min(box.most, sum - (least - box.least));
              return to - from + 1;
            })
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
