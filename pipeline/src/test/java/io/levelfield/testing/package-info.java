/** What tests of several packages share: reference data and one Spark application. */
package io.levelfield.testing;
