/** What the inputs hold once read: schools, tallies of results, social passports, rejects. */
package io.levelfield.model.input;
