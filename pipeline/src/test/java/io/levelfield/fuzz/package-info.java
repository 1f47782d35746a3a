/** Readers under random damaged inputs: {@code scripts/fuzz} runs as many as there is time for. */
package io.levelfield.fuzz;
