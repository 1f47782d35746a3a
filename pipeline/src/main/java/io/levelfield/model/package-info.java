/** The domain's nouns as values: schools, tallies, passports, scores, groups. */
package io.levelfield.model;
