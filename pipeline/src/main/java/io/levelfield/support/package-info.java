/**
 * What the authority does next: a package for each question, and the stage that asks them in turn.
 */
package io.levelfield.support;
