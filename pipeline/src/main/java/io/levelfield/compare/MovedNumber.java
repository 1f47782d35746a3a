package io.levelfield.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.levelfield.text.Texts;
import java.text.NumberFormat;

/**
 * A number before and after, in words: with three decimals, or as many more as it takes to see that
 * the two differ.
 */
record MovedNumber(String before, String after) {
  private static final int DECIMALS = 3;
  private static final int MOST_DECIMALS = 16;

  static MovedNumber of(JsonNode before, JsonNode after, Texts texts) {
    int decimals = DECIMALS;
    MovedNumber moved = of(before, after, decimals, texts);
    while (moved.before.equals(moved.after) && !before.equals(after) && decimals < MOST_DECIMALS) {
      decimals++;
      moved = of(before, after, decimals, texts);
    }
    return moved;
  }

  private static MovedNumber of(JsonNode before, JsonNode after, int decimals, Texts texts) {
    return new MovedNumber(told(before, decimals, texts), told(after, decimals, texts));
  }

  private static String told(JsonNode value, int decimals, Texts texts) {
    if (!value.isNumber()) {
      return texts.get("compare.none");
    }
    NumberFormat format = NumberFormat.getInstance(texts.language().locale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value.doubleValue());
  }
}
