/** Files into records: dialects, column mapping, rejects and the Spark fold of pupil rows. */
package io.levelfield.ingest;
