/** The schools' teachers: risk group and training, difficulties, mentors. */
package io.levelfield.support.teachers;
