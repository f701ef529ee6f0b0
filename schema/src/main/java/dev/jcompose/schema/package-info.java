/**
 * The JSON Schema of the Compose specification ({@code compose.schema.json}, draft-07) and the check of a document
 * against it. The only home of everit-json-schema and org.json: both have messages for programmers, no positions and
 * no key order, so their types stop here and a {@link dev.jcompose.schema.Violation} says in words for people what is
 * wrong, with a pointer that the caller turns into a position. The library is used for its validator alone; its own
 * loader of schemas takes a quarter of a second, so {@link dev.jcompose.schema.SchemaReader} builds the schema.
 */
@NullMarked
package dev.jcompose.schema;

import org.jspecify.annotations.NullMarked;
