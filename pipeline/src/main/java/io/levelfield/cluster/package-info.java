/** Groups of schools: the k-means search, how good the groups are, and what they are called. */
package io.levelfield.cluster;
