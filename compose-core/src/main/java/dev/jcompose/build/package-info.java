/** Makes images: through the user's BuildKit where there is one, else with the engine's own builder. */
@NullMarked
package dev.jcompose.build;

import org.jspecify.annotations.NullMarked;
