/** What support did to results: differences from what schools would have done without it. */
package io.levelfield.support.effect;
