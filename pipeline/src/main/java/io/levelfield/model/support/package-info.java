/** What the authority does next: tables of support. */
package io.levelfield.model.support;
