package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a fold of results asked of inputs beside its rows: of the register, for schools, and of the
 * minimums, for measures. As long as the answers are the same, so is what the rows come to.
 *
 * @param schools as rows write them or, of those that are known, as the register does
 * @param measures as rows write them
 */
record Asked(Set<String> schools, Set<Measure> measures) implements Serializable {

  static final Asked NOTHING = new Asked(Set.of(), Set.of());

  Asked {
    schools = Set.copyOf(schools);
    measures = Set.copyOf(measures);
  }

  /** What a part with these schools and measures asked. */
  static Asked of(List<ResultRows.School> schools, List<ResultRows.Exam> exams) {
    Set<String> named = new HashSet<>();
    schools.forEach(own -> named.add(own.problem().map(BadCell::value).orElse(own.id())));
    Set<Measure> measures = new HashSet<>();
    exams.forEach(exam -> exam.measure().ifPresent(measures::add));
    return new Asked(named, measures);
  }

  static Asked all(Collection<Asked> parts) {
    Set<String> schools = new HashSet<>();
    Set<Measure> measures = new HashSet<>();
    parts.forEach(
        part -> {
          schools.addAll(part.schools);
          measures.addAll(part.measures);
        });
    return new Asked(schools, measures);
  }

  /** A hash of what these answer. */
  String answers(KnownSchools known, Maximums maximums) {
    List<String> answers = new ArrayList<>();
    answers.add(Boolean.toString(known.takesAny()));
    new TreeSet<>(schools).forEach(school -> answers.add(school + '\t' + known.answer(school)));
    new TreeSet<>(measures)
        .forEach(measure -> answers.add(measure.toString() + '\t' + maximums.of(measure)));
    return DigestUtils.sha256Hex(String.join("\n", answers));
  }
}
