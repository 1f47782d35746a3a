/** Doubts about the inputs. */
package io.levelfield.model.quality;
