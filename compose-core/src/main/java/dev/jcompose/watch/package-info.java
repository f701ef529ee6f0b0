/**
 * Source on this machine carried into running containers as it changes (specification, "Develop"). What is to be done
 * for a change is decided apart from all that watches, copies and builds.
 */
@NullMarked
package dev.jcompose.watch;

import org.jspecify.annotations.NullMarked;
