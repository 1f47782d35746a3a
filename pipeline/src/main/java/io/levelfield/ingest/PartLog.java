package io.levelfield.ingest;

import io.levelfield.model.input.Reject;
import io.levelfield.model.input.RowCounts;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What reading a part came to.
 *
 * @param counts accounts of its data rows, blank lines aside
 * @param classLetters whether letters of classes were cut from grades
 * @param longRows whether rows end in empty fields beyond the header and commas may have cut
 *     numbers
 * @param rejects what is wrong with rows, or cells of them; a hopeless file is not listed to the
 *     end
 * @param forms by column, how its numbers are written; of columns in which that may matter
 * @param asked what the rows asked of other inputs, where what they come to may be kept
 * @param sketch of the results that rows of pupils gave
 */
record PartLog(
    RowCounts counts,
    boolean classLetters,
    boolean longRows,
    List<Reject> rejects,
    Map<String, NumberForms> forms,
    Asked asked,
    TallySketch sketch)
    implements Serializable {
  PartLog {
    rejects = List.copyOf(rejects);
    forms = Map.copyOf(forms);
  }

  /** What reading a part came to that asked nothing of other inputs. */
  PartLog(RowCounts counts, boolean longRows, List<Reject> rejects) {
    this(counts, false, longRows, rejects, Map.of(), Asked.NOTHING, TallySketch.NOTHING);
  }

  /** The same with how numbers are written. */
  PartLog with(Map<String, NumberForms> seen) {
    return new PartLog(counts, classLetters, longRows, rejects, seen, asked, sketch);
  }

  /** The same with rejects told otherwise. */
  PartLog with(UnaryOperator<Reject> told) {
    return new PartLog(
        counts, classLetters, longRows, rejects.stream().map(told).toList(), forms, asked, sketch);
  }

  /** The same, with what was found out about letters of classes. */
  PartLog withClassLetters(boolean found) {
    return new PartLog(counts, found, longRows, rejects, forms, asked, sketch);
  }

  /** The same with what the rows asked. */
  PartLog with(Asked more) {
    return new PartLog(counts, classLetters, longRows, rejects, forms, more, sketch);
  }

  /** The same with what results came to. */
  PartLog with(TallySketch results) {
    return new PartLog(counts, classLetters, longRows, rejects, forms, asked, results);
  }
}
