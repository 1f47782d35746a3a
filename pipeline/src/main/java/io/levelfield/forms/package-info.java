/**
 * Forms that an office sends to its schools: a workbook a school, with last year's values beside.
 */
package io.levelfield.forms;
