/**
 * The port to a container engine: a narrow interface per kind of resource, in the verbs of the Docker Engine API, over
 * records of our own. It decides nothing and repeats nothing; a failure is an {@link dev.jcompose.engine.EngineException}.
 * Adapters are in the packages below, so that planning and executing can be tested without an engine.
 */
@NullMarked
package dev.jcompose.engine;

import org.jspecify.annotations.NullMarked;
