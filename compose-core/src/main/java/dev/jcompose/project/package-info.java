/**
 * The library's front door: a project and an engine together, with the verbs of the command line as methods. It decides
 * nothing of its own; whoever needs more takes the parts it is made of.
 */
@NullMarked
package dev.jcompose.project;

import org.jspecify.annotations.NullMarked;
