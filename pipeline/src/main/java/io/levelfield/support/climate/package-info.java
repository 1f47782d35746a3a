/** Social effects: what pupils say of their school, and how that changes. */
package io.levelfield.support.climate;
