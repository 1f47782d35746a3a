package io.levelfield.model.input;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A school as the authority's register describes it.
 *
 * @param id the register's code, as text: leading zeros are part of it
 * @param name the school's name, empty when the register gives none
 * @param municipality the municipality or district, empty when unknown
 * @param settlement {@code urban}, {@code rural} or the register's own word, empty when unknown
 * @param selective whether the school selects its pupils
 * @param parallelClasses parallel classes per grade; 0 marks a school without any (малокомплектная)
 * @param travelMinutes travel time to the municipality's centre, minutes
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record School(
    String id,
    String name,
    String municipality,
    String settlement,
    Optional<Boolean> selective,
    OptionalInt parallelClasses,
    OptionalDouble travelMinutes,
    OptionalDouble latitude,
    OptionalDouble longitude) {

  public School {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a school needs an id");
    }
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(municipality, "municipality");
    Objects.requireNonNull(settlement, "settlement");
  }

  /** The same school with its code written otherwise. */
  public School withId(String code) {
    return new School(
        code,
        name,
        municipality,
        settlement,
        selective,
        parallelClasses,
        travelMinutes,
        latitude,
        longitude);
  }

  /** A school known by its code alone, as when results come without a register. */
  public static School named(String id) {
    return new School(
        id,
        "",
        "",
        "",
        Optional.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
