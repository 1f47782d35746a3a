/** How unevenly pupils are spread over schools. */
package io.levelfield.support.segregation;
