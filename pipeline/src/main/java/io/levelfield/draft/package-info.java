/**
 * A starter study proposed from the files of a user, with questions where nobody but the user
 * knows.
 */
package io.levelfield.draft;
