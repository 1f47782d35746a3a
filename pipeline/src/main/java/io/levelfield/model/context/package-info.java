/** The index of social well-being (ИСБШ): scores, weights, intervals, checks. */
package io.levelfield.model.context;
