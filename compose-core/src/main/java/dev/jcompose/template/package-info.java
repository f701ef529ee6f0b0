/**
 * Variables in text: {@code $NAME}, {@code ${NAME}} and the operators for defaults, requirements and alternatives, as
 * the Compose specification's interpolation section has them and as Compose reads the corners it leaves open. Pure:
 * who knows the variables is handed in, and what was used is handed out.
 */
@NullMarked
package dev.jcompose.template;

import org.jspecify.annotations.NullMarked;
