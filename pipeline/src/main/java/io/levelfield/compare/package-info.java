/** What changed from one published run to another; no stage is run again. */
package io.levelfield.compare;
