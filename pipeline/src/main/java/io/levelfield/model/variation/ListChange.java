package io.levelfield.model.variation;

import io.levelfield.model.identify.Label;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The list of a label under another setting.
 *
 * @param before how many schools are on the study's own list
 * @param listed how many are on this one
 * @param entered codes of schools that are on this one only
 * @param left codes of schools that are on the study's own only
 */
public record ListChange(
    Label label, int before, int listed, SortedSet<String> entered, SortedSet<String> left) {

  public ListChange {
    entered = Collections.unmodifiableSortedSet(new TreeSet<>(entered));
    left = Collections.unmodifiableSortedSet(new TreeSet<>(left));
  }

  /** Compares two lists of a label. */
  public static ListChange of(Label label, SortedSet<String> own, SortedSet<String> varied) {
    var entered = new TreeSet<>(varied);
    entered.removeAll(own);
    var left = new TreeSet<>(own);
    left.removeAll(varied);
    return new ListChange(label, own.size(), varied.size(), entered, left);
  }
}
