package dev.jcompose.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A byte stream both ways whose sending half can be ended on its own. Closing it wakes whoever reads or writes. */
interface Connection extends Closeable {
    InputStream in();

    OutputStream out();

    /** Tells the other side that nothing more will be sent; receiving goes on. */
    void endOutput() throws IOException;
}
