package io.levelfield.model.support;

import io.levelfield.model.text.Message;
import java.util.OptionalDouble;

/**
 * How unevenly pupils of one kind are spread over the schools of a year.
 *
 * @param year of the passports
 * @param characteristic key of the indicator that tells the kind
 * @param schools that enter
 * @param pupils of these schools
 * @param counted what the pupils of a school are: its passport's total, its pupils' rows, or the
 *     participants of its largest examination
 * @param share of pupils of the kind, 0 to 1
 * @param duncan Duncan's D, 0 to 1
 * @param theil Theil's H, 0 to 1
 * @param betweenSettlements part of H that lies between kinds of settlement; absent where all
 *     schools are of one or the kind of one is unknown
 * @param betweenMunicipalities part of H that lies between municipalities; absent likewise
 * @param expectedByChance D that chance alone would give at these sizes of schools
 * @param low lower end of the interval of D
 * @param high upper end of the interval of D
 */
public record SegregationIndex(
    int year,
    String characteristic,
    int schools,
    long pupils,
    Message counted,
    double share,
    double duncan,
    double theil,
    OptionalDouble betweenSettlements,
    OptionalDouble betweenMunicipalities,
    double expectedByChance,
    double low,
    double high) {}
