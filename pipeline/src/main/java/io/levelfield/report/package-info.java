/** The tables as CSV and Parquet, their description, and the summary on the console. */
package io.levelfield.report;
