/** One picocli class per command: parse, call, print; exit codes. */
package io.levelfield.cli;
