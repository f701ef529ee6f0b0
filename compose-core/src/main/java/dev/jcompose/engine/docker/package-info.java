/**
 * The adapter to the Docker Engine API, and the only package that uses docker-java. Commands whose answers docker-java
 * models well go through it; what it lacks (fields of create, half-closed input, several networks at once, events as
 * they come) is sent as JSON of our own over the same connections. The connections are ours because a client that costs
 * a second to load cannot serve a command line: Unix sockets of the JDK, a small HTTP/1.1, no further library.
 */
@NullMarked
package dev.jcompose.engine.docker;

import org.jspecify.annotations.NullMarked;
