/** How schools, their lists and the gap between them change over the years. */
package io.levelfield.support.dynamics;
