package io.levelfield.study;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import io.levelfield.model.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a text is no YAML, in the study's language: the parser speaks English only. */
final class YamlFault {
  private static final Pattern TWICE = Pattern.compile("[Dd]uplicate (?:field|key) '?([^'\\n]+)'?");
  private static final Pattern OPEN =
      Pattern.compile("unexpected end of stream|expected ',' or|expected '<document start>'");

  /** Where the parser saw the fault; its location is that of what it had read before. */
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");

  private YamlFault() {}

  /** Line and column, told by the parser's words if they name one; of its location else. */
  static Optional<List<String>> place(JacksonException e) {
    Optional<List<String>> told =
        PLACE
            .matcher(e.getOriginalMessage())
            .results()
            .reduce((first, last) -> last)
            .map(place -> List.of(place.group(1), place.group(2)));
    JsonLocation location = e.getLocation();
    if (told.isPresent() || location == null || location.getLineNr() < 0) {
      return told;
    }
    return Optional.of(
        List.of(Integer.toString(location.getLineNr()), Integer.toString(location.getColumnNr())));
  }

  static Message of(JacksonException e) {
    String told = e.getOriginalMessage();
    Matcher twice = TWICE.matcher(told);
    if (twice.find()) {
      return Message.of("study.yaml-twice", twice.group(1));
    }
    if (told.contains("\\t(TAB)")) {
      return Message.of("study.yaml-tab");
    }
    if (told.contains("mapping values are not allowed")) {
      return Message.of("study.yaml-colon");
    }
    return OPEN.matcher(told).find()
        ? Message.of("study.yaml-open")
        : Message.of("study.yaml-form");
  }
}
