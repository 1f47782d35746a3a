/** Small numeric functions over arrays, thin over a well-kept library. */
package io.levelfield.stats;
