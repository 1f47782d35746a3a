/** What may be shown to everyone. */
package io.levelfield.model.disclosure;
