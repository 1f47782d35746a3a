package io.levelfield.forms;

import io.levelfield.model.input.ClimateMeasure;
import io.levelfield.model.text.Message;
import io.levelfield.study.FormTables;
import io.levelfield.study.FormsInput;
import io.levelfield.study.Range;
import io.levelfield.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an office should know of its forms before it sends them. */
final class FormAdvice {
  private FormAdvice() {}

  /**
   * Which values have no bounds, whether a school knows whom to answer, and where answers go.
   *
   * @param tables what the forms ask
   */
  static List<Message> of(Study study, FormTables tables) {
    List<Message> advice = new ArrayList<>();
    indicators(study, tables, advice);
    conditions(tables, advice);
    climate(study, tables, advice);
    List<FormsInput> inputs = study.inputs().forms();
    int last = inputs.size() - 1;
    if (inputs.isEmpty() || inputs.get(last).contact().isEmpty()) {
      advice.add(Message.of("forms.no-contact"));
    }
    advice.add(
        inputs.isEmpty()
            ? Message.of("forms.name-returned")
            : Message.of("forms.return-to", Integer.toString(last), inputs.get(last).path()));
    return advice;
  }

  private static void indicators(Study study, FormTables tables, List<Message> advice) {
    String open =
        tables.context().stream()
            .flatMap(
                own -> study.contextIndex().orElseThrow().indicatorsOf(own).entrySet().stream())
            .filter(own -> own.getValue().count().isEmpty() && own.getValue().range().isEmpty())
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!open.isEmpty()) {
      advice.add(Message.of("forms.unbounded-indicators", open));
    }
  }

  /** All conditions are told, as those that the setting does not name are not asked for. */
  private static void conditions(FormTables tables, List<Message> advice) {
    tables
        .conditions()
        .filter(own -> !own.ranges().keySet().containsAll(own.columns().scores().keySet()))
        .ifPresent(
            own -> {
              List<String> open = new ArrayList<>(own.columns().scores().keySet());
              open.removeAll(own.ranges().keySet());
              String all =
                  own.columns().scores().keySet().stream()
                      .map(key -> key + ": " + bounds(own.ranges().get(key)))
                      .collect(Collectors.joining(", ", "{", "}"));
              advice.add(Message.of("forms.unbounded-conditions", String.join(", ", open), all));
            });
  }

  private static String bounds(Range range) {
    return range == null ? "[…, …]" : range.toString();
  }

  /** Only an input of answers can name bounds of them. */
  private static void climate(Study study, FormTables tables, List<Message> advice) {
    String open =
        tables.climate().stream()
            .flatMap(
                own ->
                    own.columns().measures().keySet().stream()
                        .filter(measure -> measure.kind() == ClimateMeasure.Kind.SCORE)
                        .filter(measure -> own.range(measure).isEmpty()))
            .map(ClimateMeasure::code)
            .collect(Collectors.joining(", "));
    if (!open.isEmpty() && !study.inputs().climate().isEmpty()) {
      advice.add(Message.of("forms.unbounded-climate", open));
    }
  }
}
