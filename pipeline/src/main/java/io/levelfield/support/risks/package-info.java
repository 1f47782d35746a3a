/** What stands in schools' way: the conditions they work in. */
package io.levelfield.support.risks;
