/** Whether pupils do better than before: their own results of several years, linked. */
package io.levelfield.support.growth;
