package io.levelfield.generate;

import io.levelfield.model.text.Message;

/**
 * What to generate.
 *
 * @param schools number of schools, 12 to 100 000
 * @param years number of school years, 1 to 20
 * @param pupils pupils tested per year over all schools (each sits two or three examinations); the
 *     number made differs by a few per cent, because classes differ in size
 * @param seed seed of every random draw
 * @param firstYear calendar year of the first results
 * @param dirt share of rows to spoil, 0 (none) to 0.5
 * @param excelDialect whether the social passports come as Excel in Russia saves them:
 *     windows-1251, semicolons, decimal commas, CRLF; otherwise they are UTF-8 with commas like the
 *     other files
 * @param overwrite whether files already in the directory may be replaced
 */
public record GeneratorOptions(
    int schools,
    int years,
    long pupils,
    long seed,
    int firstYear,
    double dirt,
    boolean excelDialect,
    boolean overwrite) {

  /** Calendar year of the first results unless said otherwise. */
  public static final int DEFAULT_FIRST_YEAR = 2016;

  /** Number of school years unless said otherwise. */
  public static final int DEFAULT_YEARS = 3;

  /** With fewer schools some planted group would have none. */
  private static final int MIN_SCHOOLS = 12;

  private static final int MAX_SCHOOLS = 100_000;
  private static final int MAX_YEARS = 20;
  private static final int EARLIEST_YEAR = 1950;
  private static final int LATEST_YEAR = 2100;
  private static final double MAX_DIRT = 0.5;

  /**
   * Checks every option.
   *
   * @throws OptionProblem naming the option, its value and what was expected
   */
  public GeneratorOptions {
    require(
        schools >= MIN_SCHOOLS && schools <= MAX_SCHOOLS,
        "--schools",
        schools,
        MIN_SCHOOLS,
        MAX_SCHOOLS);
    require(years >= 1 && years <= MAX_YEARS, "--years", years, 1, MAX_YEARS);
    long fewest = (long) schools * SchoolPopulation.FEWEST_TESTED_PER_SCHOOL;
    long most = (long) schools * SchoolPopulation.MOST_TESTED_PER_SCHOOL;
    require(pupils >= fewest && pupils <= most, "--pupils", pupils, fewest, most);
    require(
        firstYear >= EARLIEST_YEAR && firstYear <= LATEST_YEAR,
        "--first-year",
        firstYear,
        EARLIEST_YEAR,
        LATEST_YEAR);
    require(dirt >= 0 && dirt <= MAX_DIRT, "--dirt", dirt, 0, MAX_DIRT);
  }

  /** Clean data in the default dialects from {@link #DEFAULT_FIRST_YEAR} on. */
  public static GeneratorOptions of(int schools, int years, long pupils, long seed) {
    return new GeneratorOptions(schools, years, pupils, seed, DEFAULT_FIRST_YEAR, 0, true, false);
  }

  /** The same with this share of the rows spoiled. */
  public GeneratorOptions withDirt(double share) {
    return new GeneratorOptions(
        schools, years, pupils, seed, firstYear, share, excelDialect, overwrite);
  }

  /** The same with another first year. */
  public GeneratorOptions withFirstYear(int year) {
    return new GeneratorOptions(schools, years, pupils, seed, year, dirt, excelDialect, overwrite);
  }

  /** The same, replacing files that are there already. */
  public GeneratorOptions withOverwrite() {
    return new GeneratorOptions(schools, years, pupils, seed, firstYear, dirt, excelDialect, true);
  }

  /** Calendar year of the last results. */
  int lastYear() {
    return firstYear + years - 1;
  }

  private static void require(
      boolean holds, String option, Number value, Number lowest, Number highest) {
    if (!holds) {
      throw new OptionProblem(
          Message.of(
              "generate.option", option, value.toString(), lowest.toString(), highest.toString()));
    }
  }
}
