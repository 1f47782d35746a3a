/**
 * Disclosure control: what may be shown to everyone without telling of a few pupils or teachers.
 */
package io.levelfield.disclosure;
