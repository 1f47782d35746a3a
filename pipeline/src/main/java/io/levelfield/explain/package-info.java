/** Why a school bears each label, from the files of a run: no stage is run again. */
package io.levelfield.explain;
