/**
 * The study file as records: its YAML loader and every check of it, with the YAML path at fault.
 */
package io.levelfield.study;
