package io.levelfield.support.effect;

import io.levelfield.study.EffectSettings;
import io.levelfield.study.EffectSettings.MayBeControl;
import io.levelfield.support.effect.Programme.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which schools a programme is judged by.
 *
 * @param schools with results, whose support, if they have it, begins after the first year of
 *     results; ascending
 * @param starts of the programme in them
 * @param inPool places of those that have it or may be controls; ascending
 * @param tooEarly schools of the programme without a year of results before it
 * @param notYet those that begin after the last year of results
 * @param withoutResults those that no result is known of
 * @param alsoElsewhere those that had another programme when this one began
 */
record ProgrammePool(
    List<String> schools,
    Starts starts,
    List<Integer> inPool,
    int tooEarly,
    int notYet,
    int withoutResults,
    int alsoElsewhere) {

  static ProgrammePool of(YearlyCourses courses, Programme programme, EffectSettings settings) {
    List<String> schools = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    int tooEarly = 0;
    int notYet = 0;
    int alsoElsewhere = 0;
    for (String school : courses.schools()) {
      Span span = programme.schools().get(school);
      boolean elsewhere = programme.others().containsKey(school);
      if (span == null) {
        boolean barred = elsewhere && settings.mayBeControl() == MayBeControl.UNSUPPORTED;
        if (!barred && !programme.undated().contains(school)) {
          schools.add(school);
          spans.add(new Span(Starts.NEVER, Starts.NEVER));
        }
      } else if (courses.place(span.first()) < 1) {
        tooEarly++;
      } else {
        notYet += span.first() > courses.lastYear() ? 1 : 0;
        alsoElsewhere += elsewhere && programme.others().get(school) <= span.first() ? 1 : 0;
        schools.add(school);
        spans.add(span);
      }
    }
    int[] first = new int[spans.size()];
    int[] last = new int[spans.size()];
    for (int s = 0; s < first.length; s++) {
      first[s] = place(courses, spans.get(s).first());
      last[s] = place(courses, spans.get(s).last());
    }
    var starts = new Starts(first, last);
    return new ProgrammePool(
        schools,
        starts,
        pool(courses, schools, starts, settings.pool()),
        tooEarly,
        notYet,
        Math.toIntExact(
            programme.schools().keySet().stream().filter(s -> !courses.knows(s)).count()),
        alsoElsewhere);
  }

  private static int place(YearlyCourses courses, int year) {
    return year == Starts.NEVER ? year : courses.place(year);
  }

  /** Where there are very many schools, those whose results before are nearest to the supported. */
  private static List<Integer> pool(
      YearlyCourses courses, List<String> schools, Starts starts, int most) {
    int[] supported = IntStream.range(0, schools.size()).filter(starts::has).toArray();
    if (schools.size() - supported.length <= most || supported.length == 0) {
      return IntStream.range(0, schools.size()).boxed().toList();
    }
    int before = Arrays.stream(supported).map(s -> starts.first(s)).min().orElseThrow();
    double[] level =
        schools.stream().mapToDouble(school -> courses.meanBefore(school, before)).toArray();
    double theirs =
        Arrays.stream(supported)
            .mapToDouble(s -> level[s])
            .filter(l -> !Double.isNaN(l))
            .average()
            .orElse(0);
    return IntStream.concat(
            Arrays.stream(supported),
            IntStream.range(0, schools.size())
                .filter(s -> !starts.has(s) && !Double.isNaN(level[s]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer s) -> Math.abs(level[s] - theirs)))
                .limit(most)
                .mapToInt(Integer::intValue))
        .sorted()
        .boxed()
        .toList();
  }
}
