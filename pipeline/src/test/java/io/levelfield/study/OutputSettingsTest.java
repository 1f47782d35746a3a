package io.levelfield.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputSettingsTest {
  private static final String STUDY =
      """
      study: tiny
      inputs:
        results:
          - {path: r.csv, shape: means, columns: {school_id: id, mean: m},
             constants: {year: 2018, procedure: exam, subject: all}}
      """;

  private static OutputSettings outputs(String... settings) {
    return StudyLoader.parse(STUDY, List.of(settings)).outputs();
  }

  @Test
  void aWorkbookIsWrittenAndNothingIsPublicByDefault() {
    assertThat(outputs()).isEqualTo(OutputSettings.defaults());
    assertThat(outputs().xlsx()).isTrue();
    assertThat(outputs().csv()).isEqualTo(OutputSettings.Csv.CONTRACT);
    assertThat(outputs().publicTables()).isEmpty();
  }

  @Test
  void whatIsAskedForIsRead() {
    assertThat(outputs("outputs.csv=excel-ru").csv()).isEqualTo(OutputSettings.Csv.EXCEL_RU);
    assertThat(outputs("outputs.public={}").publicTables()).contains(PublicSettings.defaults());
    assertThat(outputs("outputs.public.minimum_n=15").publicTables())
        .contains(new PublicSettings(15, null));
  }

  /** Few of them and all but few of them would be the same. */
  @Test
  void aMinimumThatHidingWouldExhaustIsRefused() {
    assertThatThrownBy(() -> outputs("outputs.public={minimum_n: 8}"))
        .isInstanceOf(StudyProblem.class)
        .hasMessageContaining("outputs.public.minimum_n");
    assertThatThrownBy(() -> outputs("outputs.public.hide_below=1"))
        .hasMessageContaining("outputs.public.hide_below");
    assertThatThrownBy(() -> outputs("outputs.csv=excel")).hasMessageContaining("outputs.csv");
  }

  @Test
  void aDatabaseIsNamedWithoutItsSecrets() {
    assertThat(outputs("outputs.jdbc.url=jdbc:postgresql://db:5432/schools?ssl=true").jdbc())
        .contains(
            new JdbcSettings(
                "jdbc:postgresql://db:5432/schools?ssl=true",
                "levelfield",
                "LEVELFIELD_JDBC_USER",
                "LEVELFIELD_JDBC_PASSWORD"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "outputs.jdbc.url=jdbc:postgresql://db/schools?password=sesame",
        "outputs.jdbc.url=jdbc:postgresql://db/schools?ssl=true&Password=sesame",
        "outputs.jdbc.url=jdbc:postgresql://db/schools?sslpassword=sesame",
        "outputs.jdbc.url=jdbc:postgresql://db/schools?user=sesame",
        "outputs.jdbc.url=jdbc:postgresql://me:sesame@db/schools",
        "outputs.jdbc={url: 'jdbc:postgresql://db/schools', password: sesame}",
        "outputs.jdbc={url: 'jdbc:postgresql://db/schools', password_variable: 'open sesame'}",
        "outputs.jdbc.url=jdbc:sqlite:sesame"
      })
  void aSecretInTheStudyIsRefusedAndNotRepeated(String setting) {
    assertThatThrownBy(() -> outputs(setting))
        .isInstanceOf(StudyProblem.class)
        .hasMessageContaining("outputs.jdbc")
        .hasMessageNotContaining("sesame");
  }
}
