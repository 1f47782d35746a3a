/** What is said to people, independent of language: messages and names in every language. */
package io.levelfield.model.text;
