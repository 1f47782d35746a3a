/** Groups of schools with what speaks for them, and similar schools. */
package io.levelfield.model.cluster;
