package dev.jcompose.engine.docker;

import com.fasterxml.jackson.core.JsonParser;
import dev.jcompose.engine.CloseableIterator;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON values that come one after the other over a connection of their own. */
final class JsonStream<T> implements CloseableIterator<T> {
    private final Api api;
    private final Operation operation;
    private final HttpAnswer answer;
    private @Nullable JsonParser parser;
    private final Function<Tree, T> read;
    private @Nullable T next;
    private volatile boolean closed;

    private JsonStream(Api api, Operation operation, HttpAnswer answer, Function<Tree, T> read) {
        this.api = api;
        this.operation = operation;
        this.answer = answer;
        this.read = read;
    }

    /** Takes over the answer; {@code read} may throw to end the stream with a failure. */
    static <T> JsonStream<T> of(Api api, Operation operation, HttpAnswer answer, Function<Tree, T> read) {
        return new JsonStream<>(api, operation, answer, read);
    }

    @Override
    public boolean hasNext() {
        if (next != null) {
            return true;
        }
        if (closed) {
            return false;
        }
        try {
            Tree value = api.json().next(parser());
            if (value == null) {
                close();
                return false;
            }
            next = read.apply(value);
            return true;
        } catch (IOException e) {
            if (closed) {
                return false;
            }
            close();
            throw api.failures().of(operation, e);
        }
    }

    /** Made late, because making it reads the first bytes, and those may be long in coming. */
    private JsonParser parser() throws IOException {
        if (parser == null) {
            parser = api.json().parser(answer.body());
        }
        return parser;
    }

    @Override
    public T next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        T value = next;
        next = null;
        return value;
    }

    @Override
    public void close() {
        closed = true;
        answer.abandon();
    }
}
