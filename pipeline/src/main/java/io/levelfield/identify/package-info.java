/** Which schools bear which label: a rule a class, each with the evidence behind it. */
package io.levelfield.identify;
