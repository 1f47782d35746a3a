/**
 * Doubts about the inputs: checks of social passports, and the screen of results for objectivity.
 */
package io.levelfield.quality;
