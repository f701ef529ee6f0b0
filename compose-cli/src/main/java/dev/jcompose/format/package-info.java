/**
 * How results are printed: tables that look like docker's, JSON with docker's fields, templates of Go's kind. Pure
 * functions over rows of named values; what the rows are made of is the commands' affair. Jackson's streaming generator
 * is the one library here: its data binding costs more at start-up than these few values are worth.
 */
@NullMarked
package dev.jcompose.format;

import org.jspecify.annotations.NullMarked;
