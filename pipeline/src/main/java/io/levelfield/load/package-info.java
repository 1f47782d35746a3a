/** The tables of a published run into a PostgreSQL database: all of them, or none. */
package io.levelfield.load;
