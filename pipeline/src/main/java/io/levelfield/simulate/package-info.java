/** Districts like the study's own, drawn from what a run has fitted, whose truth is known. */
package io.levelfield.simulate;
