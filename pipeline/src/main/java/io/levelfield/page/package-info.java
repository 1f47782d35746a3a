/**
 * The page for people who look and do not compute, made from the files of a run: no stage is run
 * again.
 */
package io.levelfield.page;
