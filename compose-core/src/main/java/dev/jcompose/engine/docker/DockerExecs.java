package dev.jcompose.engine.docker;

import com.github.dockerjava.api.command.InspectExecResponse;
import dev.jcompose.engine.Execs;
import dev.jcompose.engine.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** {@code /exec}. Creating goes as JSON of our own, for docker-java knows no size of the terminal. */
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
        HttpCall call = api.lasting(operation, "POST", Query.of("/exec/" + Query.part(exec) + "/start"));
        HttpAnswer answer = api.open(operation, call.withJson(body).upgrading());
        return new FrameStream(api, operation, answer, !tty);
    }

    @Override
    public void startDetached(String exec) {
        Operation operation = new Operation("start", "exec " + exec);
        boolean tty = terminals.remove(exec) != null;
        api.send(operation, Query.of("/exec/" + Query.part(exec) + "/start"), Map.of("Detach", true, "Tty", tty));
    }

    @Override
    public ExecDetails inspect(String exec) {
        InspectExecResponse details = api.call(new Operation("inspect", "exec " + exec),
                client -> client.inspectExecCmd(exec).exec());
        Long code = details.getExitCodeLong();
        Long pid = details.getPidLong();
        String container = details.getContainerID();
        return new ExecDetails(exec, container == null ? "" : container, Boolean.TRUE.equals(details.isRunning()),
                code == null ? null : code.intValue(), pid == null ? 0 : pid);
    }

    @Override
    public void resize(String exec, int columns, int rows) {
        api.run(new Operation("resize", "exec " + exec),
                client -> client.resizeExecCmd(exec).withSize(rows, columns).exec());
    }
}
