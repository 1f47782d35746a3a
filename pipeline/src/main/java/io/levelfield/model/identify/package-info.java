/** Labels of schools with the evidence behind each. */
package io.levelfield.model.identify;
