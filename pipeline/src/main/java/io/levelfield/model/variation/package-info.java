/** What a study says under other settings. */
package io.levelfield.model.variation;
