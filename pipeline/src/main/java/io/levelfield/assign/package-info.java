/** Groups of new schools by the saved model of a run; no stage is run again. */
package io.levelfield.assign;
