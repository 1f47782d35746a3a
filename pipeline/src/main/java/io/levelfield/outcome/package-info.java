/** Schools' results: standardised within their measures, pooled, and adjusted for context. */
package io.levelfield.outcome;
