/** The indicators of the authority's programme. */
package io.levelfield.support.indicators;
