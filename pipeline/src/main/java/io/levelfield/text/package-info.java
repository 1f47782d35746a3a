/** What people read, in Russian and English: messages, names and sentences from the bundles. */
package io.levelfield.text;
