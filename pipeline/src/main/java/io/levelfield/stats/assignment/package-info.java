/** The cheapest assignment of rows to columns that take several rows each, and what it hangs on. */
package io.levelfield.stats.assignment;
