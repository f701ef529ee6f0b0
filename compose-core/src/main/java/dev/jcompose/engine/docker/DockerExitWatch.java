package dev.jcompose.engine.docker;

import dev.jcompose.engine.Containers;
import java.io.IOException;

/** The answer to {@code wait}: its head comes at once, its body with the container's end. */
final class DockerExitWatch implements Containers.ExitWatch {
    private final Api api;
    private final Operation operation;
    private final HttpAnswer answer;

    DockerExitWatch(Api api, Operation operation, HttpAnswer answer) {
        this.api = api;
        this.operation = operation;
        this.answer = answer;
    }

    @Override
    public Containers.Exit await() {
        try {
            byte[] body = answer.body().readAllBytes();
            Tree exit = new Tree(api.json().read(body));
            return new Containers.Exit((int) exit.number("StatusCode"), exit.at("Error").text("Message"));
        } catch (IOException e) {
            throw api.failures().of(operation, e);
        }
    }

    @Override
    public void close() {
        try {
            answer.close();
        } catch (IOException gone) {
            // Nothing is waited for any more in either case.
        }
    }
}
