package io.levelfield.ingest;

import io.levelfield.model.input.Measure;
import io.levelfield.model.text.Message;
import io.levelfield.study.QualitySettings.Overlap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files in which the same pupils stand, as where a newer export lies beside an older one: rows
 * without pupils' codes cannot tell, but that most schools have the same scores in both cannot be
 * chance.
 */
final class OverlappingFiles {
  private record Place(long school, Measure measure) {}

  private record Pair(int first, int second) implements Comparable<Pair> {
    @Override
    public int compareTo(Pair other) {
      int byFirst = Integer.compare(first, other.first);
      return byFirst != 0 ? byFirst : Integer.compare(second, other.second);
    }
  }

  private record Seen(int file, TallySketch.Print print) {}

  private final Overlap settings;
  private final List<String> files = new ArrayList<>();
  private final Map<Place, List<Seen>> seen = new HashMap<>();

  OverlappingFiles(Overlap settings) {
    this.settings = settings;
  }

  /** Takes a file's parts. */
  void add(String name, List<PartLog> parts) {
    int file = files.size();
    files.add(name);
    TallySketch sketch =
        parts.stream().map(PartLog::sketch).reduce(TallySketch.NOTHING, TallySketch::plus);
    sketch
        .bySchool()
        .forEach(
            (school, measures) ->
                measures.forEach(
                    (measure, print) -> {
                      if (print.pupils() >= settings.pupils()) {
                        seen.computeIfAbsent(
                                new Place(school, measure), place -> new ArrayList<>(1))
                            .add(new Seen(file, print));
                      }
                    }));
  }

  /** What two files have in common. */
  private static final class Common {
    private int places;
    private int same;

    private void add(boolean equal) {
      places++;
      same += equal ? 1 : 0;
    }
  }

  private boolean isOverlap(Common common) {
    return common.same >= settings.atLeast() && common.same > settings.share() * common.places;
  }

  /** The two files that have most in common, if these are the same pupils. */
  Optional<Message> told() {
    Map<Pair, Common> common = new HashMap<>();
    for (List<Seen> place : seen.values()) {
      for (int i = 0; i < place.size(); i++) {
        for (int j = i + 1; j < place.size(); j++) {
          common
              .computeIfAbsent(
                  new Pair(place.get(i).file(), place.get(j).file()), pair -> new Common())
              .add(place.get(i).print().equals(place.get(j).print()));
        }
      }
    }
    return common.entrySet().stream()
        .filter(pair -> isOverlap(pair.getValue()))
        .min(
            Comparator.<Map.Entry<Pair, Common>>comparingInt(pair -> -pair.getValue().same)
                .thenComparing(Map.Entry::getKey))
        .map(
            pair ->
                Message.of(
                    "inputs.files-overlap",
                    files.get(pair.getKey().first()),
                    files.get(pair.getKey().second()),
                    pair.getValue().same,
                    pair.getValue().places));
  }
}
