/** Digests of texts and contents. A package of its own because packages that know nothing of each other need them. */
@NullMarked
package dev.jcompose.digest;

import org.jspecify.annotations.NullMarked;
