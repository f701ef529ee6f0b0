package dev.jcompose.engine.docker;

import java.io.IOException;

/** Opens connections to one engine. */
interface Connector {
    Connection open() throws IOException;
}
