/** Shows people what is wrong in their files: the message, and on a terminal the line itself with the place marked. */
@NullMarked
package dev.jcompose.report;

import org.jspecify.annotations.NullMarked;
