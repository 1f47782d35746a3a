package io.levelfield.support.partners;

import io.levelfield.model.input.School;
import io.levelfield.model.support.Journey;
import io.levelfield.model.text.Message;
import io.levelfield.study.PartnerSettings;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far schools are from each other: along the great circle where both have coordinates, else at
 * most the time of both to the centre of the municipality they share.
 */
final class Journeys {
  /** Mean radius of the Earth (IUGG), kilometres. */
  private static final double EARTH_RADIUS = 6371.0088;

  private final PartnerSettings settings;
  private final boolean anyKnown;

  /**
   * @param schools all of the study
   */
  Journeys(List<School> schools, PartnerSettings settings) {
    this.settings = settings;
    this.anyKnown = schools.stream().anyMatch(s -> s.travelMinutes().isPresent() || located(s));
  }

  /** Whether a school is on the map. */
  static boolean located(School school) {
    return school.latitude().isPresent() && school.longitude().isPresent();
  }

  /** Degrees between the farthest allowed, one north of the other. */
  double maxDegrees() {
    return Math.toDegrees(settings.maxKilometres() / EARTH_RADIUS);
  }

  /** Whether anything is known of the way to any school. */
  boolean anyKnown() {
    return anyKnown;
  }

  static Journey between(School one, School other) {
    if (located(one) && located(other)) {
      return new Journey(OptionalDouble.of(kilometres(one, other)), OptionalDouble.empty());
    }
    boolean together = one.municipality().equals(other.municipality());
    if (together && one.travelMinutes().isPresent() && other.travelMinutes().isPresent()) {
      double minutes = one.travelMinutes().getAsDouble() + other.travelMinutes().getAsDouble();
      return new Journey(OptionalDouble.empty(), OptionalDouble.of(minutes));
    }
    return new Journey(OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** By the haversine formula (Sinnott, Virtues of the Haversine, Sky and Telescope 68, 1984). */
  private static double kilometres(School one, School other) {
    double north = Math.toRadians(one.latitude().getAsDouble());
    double otherNorth = Math.toRadians(other.latitude().getAsDouble());
    double east = Math.toRadians(other.longitude().getAsDouble() - one.longitude().getAsDouble());
    double haversine =
        squaredSine((otherNorth - north) / 2)
            + StrictMath.cos(north) * StrictMath.cos(otherNorth) * squaredSine(east / 2);
    return 2 * EARTH_RADIUS * StrictMath.asin(Math.min(1, Math.sqrt(haversine)));
  }

  private static double squaredSine(double angle) {
    double sine = StrictMath.sin(angle);
    return sine * sine;
  }

  /** Why the way is too far, or cannot be told to be near enough; empty where it is not. */
  Optional<Message> tooFar(School one, School other, Journey journey) {
    if (journey.kilometres().isPresent()) {
      double kilometres = journey.kilometres().getAsDouble();
      return kilometres > settings.maxKilometres()
          ? Optional.of(
              Message.of("partners.too-many-kilometres", kilometres, settings.maxKilometres()))
          : Optional.empty();
    }
    if (journey.minutes().isPresent()) {
      double minutes = journey.minutes().getAsDouble();
      return minutes > settings.maxMinutes()
          ? Optional.of(Message.of("partners.too-many-minutes", minutes, settings.maxMinutes()))
          : Optional.empty();
    }
    return one.municipality().equals(other.municipality())
        ? Optional.empty()
        : Optional.of(Message.of("partners.way-unknown"));
  }

  /** The way as a share of the farthest allowed; an unknown one counts as that. */
  double share(Journey journey) {
    if (!anyKnown) {
      return 0;
    }
    if (journey.kilometres().isPresent()) {
      return journey.kilometres().getAsDouble() / settings.maxKilometres();
    }
    return journey.minutes().isPresent()
        ? journey.minutes().getAsDouble() / settings.maxMinutes()
        : 1;
  }
}
