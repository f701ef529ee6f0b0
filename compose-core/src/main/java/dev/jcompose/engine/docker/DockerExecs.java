package dev.jcompose.engine.docker;

import dev.jcompose.engine.Execs;
import dev.jcompose.engine.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code /exec}, in JSON of our own: docker-java knows no size of the terminal, and reads answers with a mapper whose
 * start takes longer than most commands that people run in containers.
 */
final class DockerExecs implements Execs {
    private final Api api;
    private final Map<String, Boolean> terminals = new ConcurrentHashMap<>();

    DockerExecs(Api api) {
        this.api = api;
    }

    @Override
    public String create(String container, ExecSpec spec) {
        Operation operation = Operation.container("exec", container);
        JsonObject body = new JsonObject().put("Cmd", spec.command()).put("Env", spec.environment())
                .put("User", spec.user()).put("WorkingDir", spec.workingDir()).put("DetachKeys", spec.detachKeys())
                .flag("Privileged", spec.privileged()).flag("Tty", spec.tty()).flag("AttachStdin", spec.stdin())
                .flag("AttachStdout", spec.stdout()).flag("AttachStderr", spec.stderr());
        TerminalSize size = spec.size();
        if (size != null && spec.tty() && api.version(operation).atLeast(42)) {
            body.put("ConsoleSize", List.of(size.rows(), size.columns()));
        }
        String id = api.post(operation, DockerContainers.path(container, "/exec"), body.fields()).text("Id");
        if (spec.tty()) {
            terminals.put(id, true);
        }
        return id;
    }

    @Override
    public Session start(String exec) {
        Operation operation = new Operation("start", "exec " + exec);
        boolean tty = terminals.remove(exec) != null;
        byte[] body = api.json().write(Map.of("Detach", false, "Tty", tty));
        HttpCall call = api.lasting(operation, "POST", path(exec, "/start"));
        HttpAnswer answer = api.open(operation, call.withJson(body).upgrading());
        return new FrameStream(api, operation, answer, !tty);
    }

    @Override
    public void startDetached(String exec) {
        Operation operation = new Operation("start", "exec " + exec);
        boolean tty = terminals.remove(exec) != null;
        api.send(operation, path(exec, "/start"), Map.of("Detach", true, "Tty", tty));
    }

    @Override
    public ExecDetails inspect(String exec) {
        Tree details = api.get(new Operation("inspect", "exec " + exec), path(exec, "/json"));
        Long code = details.numberOrNull("ExitCode");
        return new ExecDetails(exec, details.text("ContainerID"), details.flag("Running"),
                code == null ? null : code.intValue(), details.number("Pid"));
    }

    @Override
    public void resize(String exec, int columns, int rows) {
        api.send(new Operation("resize", "exec " + exec), path(exec, "/resize").with("h", rows).with("w", columns),
                null);
    }

    private static Query path(String exec, String rest) {
        return Query.of("/exec/" + Query.part(exec) + rest);
    }
}
