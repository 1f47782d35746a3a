package io.levelfield.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A column of a table and how it is read from a row.
 *
 * @param <R> what a row is made from
 * @param name name in the contract
 * @param type of its values
 * @param meaning key of its meaning in the bundles, below {@code column.}
 * @param arguments for the meaning's pattern
 * @param value reads the cell: a value of the type, or an {@code Optional} of one
 */
record Column<R>(
    String name, Type type, String meaning, List<String> arguments, Function<R, Object> value) {

  /** Types of values; their names are those of the Frictionless table schema. */
  enum Type {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN
  }

  Column {
    arguments = List.copyOf(arguments);
  }

  static <R> Column<R> text(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Type.STRING, meaning, List.of(), value);
  }

  static <R> Column<R> integer(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Type.INTEGER, meaning, List.of(), value);
  }

  static <R> Column<R> number(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Type.NUMBER, meaning, List.of(), value);
  }

  static <R> Column<R> bool(String name, String meaning, Function<R, Object> value) {
    return new Column<>(name, Type.BOOLEAN, meaning, List.of(), value);
  }

  /** The same column with what its meaning speaks of. */
  Column<R> about(String... what) {
    return new Column<>(name, type, meaning, List.of(what), value);
  }

  /** The row's cell: a String, Long, Double or Boolean; empty where the value is absent. */
  Optional<Object> cell(R row) {
    Object raw = value.apply(row);
    if (raw instanceof Optional<?> optional) {
      return optional.map(this::typed);
    }
    if (raw instanceof OptionalDouble optional) {
      return optional.isPresent()
          ? Optional.of(unsigned(optional.getAsDouble()))
          : Optional.empty();
    }
    if (raw instanceof OptionalLong optional) {
      return optional.isPresent() ? Optional.of(optional.getAsLong()) : Optional.empty();
    }
    if (raw instanceof OptionalInt optional) {
      return optional.isPresent() ? Optional.of((long) optional.getAsInt()) : Optional.empty();
    }
    return Optional.of(typed(raw));
  }

  private Object typed(Object raw) {
    return switch (type) {
      case STRING -> (String) raw;
      case INTEGER -> ((Number) raw).longValue();
      case NUMBER -> unsigned(((Number) raw).doubleValue());
      case BOOLEAN -> (Boolean) raw;
    };
  }

  /** A number whose zero has no sign: to readers -0 is a riddle. */
  private static double unsigned(double number) {
    return number + 0.0;
  }
}
