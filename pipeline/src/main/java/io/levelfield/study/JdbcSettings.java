package io.levelfield.study;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.levelfield.model.text.Message;
import java.util.regex.Pattern;

/** The database that a published run is loaded into. Secrets are never settings. */
public record JdbcSettings(
    @JsonPropertyDescription(
            "Where the database is, as jdbc:postgresql://HOST:PORT/DATABASE, with parameters of the"
                + " driver such as sslmode=verify-full. User and password are refused here: a study is"
                + " copied, logged and kept with each run.")
        String url,
    @JsonPropertyDescription(
            "Schema of the database that the tables stand in; made when it is missing (default"
                + " levelfield).")
        String schema,
    @JsonPropertyDescription(
            "Environment variable that holds the user (default LEVELFIELD_JDBC_USER); where it is not"
                + " set, the user of the operating system.")
        String userVariable,
    @JsonPropertyDescription(
            "Environment variable that holds the password (default LEVELFIELD_JDBC_PASSWORD); where it"
                + " is not set, PostgreSQL's own password file, .pgpass.")
        String passwordVariable) {

  private static final String PREFIX = "jdbc:postgresql:";
  private static final String DEFAULT_SCHEMA = "levelfield";
  private static final String DEFAULT_USER_VARIABLE = "LEVELFIELD_JDBC_USER";
  private static final String DEFAULT_PASSWORD_VARIABLE = "LEVELFIELD_JDBC_PASSWORD";

  /** A user or password as a parameter, or in front of the host. */
  private static final Pattern SECRET =
      Pattern.compile("[?&](user|[a-z]*password)=|^[^?]*@", Pattern.CASE_INSENSITIVE);

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /**
   * Checks the settings.
   *
   * @throws StudyProblem if the url is none of PostgreSQL's or holds a secret; it never repeats the
   *     url
   */
  public JdbcSettings {
    if (url == null || !url.startsWith(PREFIX)) {
      throw new StudyProblem("url", Message.of("study.jdbc-url"));
    }
    schema = schema == null ? DEFAULT_SCHEMA : schema;
    userVariable = userVariable == null ? DEFAULT_USER_VARIABLE : userVariable;
    passwordVariable = passwordVariable == null ? DEFAULT_PASSWORD_VARIABLE : passwordVariable;
    if (SECRET.matcher(url).find()) {
      throw new StudyProblem(
          "url", Message.of("study.jdbc-secret", userVariable, passwordVariable));
    }
    if (schema.isBlank()) {
      throw new StudyProblem("schema", Message.of("study.jdbc-schema"));
    }
    requireVariable("user_variable", userVariable);
    requireVariable("password_variable", passwordVariable);
  }

  /** Who writes the secret itself here is not shown it again. */
  private static void requireVariable(String setting, String name) {
    if (!VARIABLE.matcher(name).matches()) {
      throw new StudyProblem(setting, Message.of("study.jdbc-variable"));
    }
  }
}
