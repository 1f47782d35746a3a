package io.levelfield.forms;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.fuzz.Damage;
import io.levelfield.model.input.StudyData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A form that came back damaged in a random way costs its own school's answers and nobody else's.
 * More seeds: {@code -Dlevelfield.seeds=20000 -Dlevelfield.firstSeed=1000}.
 */
class DamagedFormsTest {
  private static final List<String> ANSWERING = List.of("001", "002", "005");
  private static final Map<String, Object> TYPED =
      Map.of("Pupils", 320, "Orphans", 30, "poor", 0.25, "trained", 7, "management", 4);

  @TempDir private Path scratch;

  @Test
  void costsItsOwnSchoolOnly() throws IOException {
    FormsStudy study = FormsStudy.in(scratch);
    study.answer("back", 2019, ANSWERING, TYPED);
    StudyData whole = study.read();
    long first = Long.getLong("levelfield.firstSeed", 1);
    long end = first + Long.getLong("levelfield.seeds", 200);
    long unread = 0;
    for (long seed = first; seed < end; seed++) {
      var random = new Random(seed);
      String school = ANSWERING.get(random.nextInt(ANSWERING.size()));
      Path form = study.path("back/" + school + ".xlsx");
      byte[] sent = Files.readAllBytes(form);
      Files.write(form, new Damage(random).damaged(sent));
      StudyData data = study.read();
      assertThat(answers(data, own -> !own.equals(school)))
          .as("seed %d, form of %s: %s", seed, school, data.notes())
          .isEqualTo(answers(whole, own -> !own.equals(school)));
      unread += answers(data, school::equals).equals(answers(whole, school::equals)) ? 0 : 1;
      Files.write(form, sent);
    }
    assertThat(unread).isBetween(1L, end - first - 1);
  }

  private static List<?> answers(StudyData data, Predicate<String> school) {
    return Stream.of(
            data.passports().stream().filter(own -> school.test(own.schoolId())),
            data.support().staff().stream().filter(own -> school.test(own.schoolId())),
            data.support().conditions().stream().filter(own -> school.test(own.schoolId())))
        .flatMap(own -> own)
        .toList();
  }
}
