/**
 * Schools' results: by measure, pooled, by year and adjusted for context, with their uncertainty.
 */
package io.levelfield.model.outcome;
