/** The order of the stages, the run directory, its manifest, lock and progress. */
package io.levelfield.run;
