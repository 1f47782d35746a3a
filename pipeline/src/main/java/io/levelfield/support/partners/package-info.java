/** Which school is whose partner, and networks of several schools around a centre. */
package io.levelfield.support.partners;
