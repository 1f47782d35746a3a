package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.study.Examinations;
import io.levelfield.study.QualitySettings.Participation.EmptyScores;
import io.levelfield.study.ResultsInput;
import java.util.List;

/**
 * Which rows of pupils without a score are pupils who should have sat the examination. A row of a
 * pupil and an examination says that the pupil was to sit it. A row of a pupil with a column for
 * each subject says so only of examinations that all take: nobody chooses every elective.
 *
 * @param compulsory examinations that all pupils take
 */
record AbsentRows(EmptyScores setting, List<Examinations> compulsory) {

  AbsentRows {
    compulsory = List.copyOf(compulsory);
  }

  /** Whether an input can tell of absent pupils at all. */
  boolean mayTell(ResultsInput input) {
    return setting != EmptyScores.NONE && (!ofCompulsoryOnly(input) || !compulsory.isEmpty());
  }

  /** Whether rows of an input without a score are absent pupils. */
  boolean tell(ResultsInput input, Measure measure) {
    return mayTell(input)
        && (!ofCompulsoryOnly(input) || compulsory.stream().anyMatch(own -> own.fits(measure)));
  }

  private boolean ofCompulsoryOnly(ResultsInput input) {
    return setting == EmptyScores.COMPULSORY || !input.bySubject().isEmpty();
  }
}
