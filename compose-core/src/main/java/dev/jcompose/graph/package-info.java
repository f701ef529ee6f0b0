/** Who depends on whom: orders, subsets and cycles of services. The only package that uses jgrapht. */
@NullMarked
package dev.jcompose.graph;

import org.jspecify.annotations.NullMarked;
