/** The index of social well-being (ИСБШ): orientation, normalisation, weights, aggregation. */
package io.levelfield.context;
