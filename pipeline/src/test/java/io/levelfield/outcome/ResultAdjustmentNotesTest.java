package io.levelfield.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.levelfield.model.outcome.SchoolResult;
import io.levelfield.model.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said where circumstances explain nothing. */
class ResultAdjustmentNotesTest {
  /** Results that go with the context so much, beside noise of the same size. */
  @ParameterizedTest
  @CsvSource({"0, true", "3, false"})
  void saysWhereContextExplainsNoMoreThanChance(double slope, boolean told) {
    var random = new Random(5);
    List<SchoolResult> results = new ArrayList<>();
    Map<String, double[]> context = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      double x = random.nextGaussian();
      OptionalDouble y = OptionalDouble.of(slope * x + random.nextGaussian());
      results.add(new SchoolResult("s" + i, 2018, 2018, OptionalLong.empty(), y, y));
      context.put("s" + i, new double[] {x});
    }

    List<Message> notes =
        ResultAdjustment.fit(results, context, List.of("context_index")).notes(0.95);

    assertThat(notes).extracting(Message::code).hasSize(told ? 1 : 0);
  }
}
