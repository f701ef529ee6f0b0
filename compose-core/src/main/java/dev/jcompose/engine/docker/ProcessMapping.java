package dev.jcompose.engine.docker;

import dev.jcompose.engine.ContainerSpec;
import dev.jcompose.model.Process;

/** What runs, as whom, in what environment, with which standard streams. */
final class ProcessMapping {
    private ProcessMapping() {
    }

    static void write(ContainerSpec spec, JsonObject config, JsonObject host) {
        Process process = spec.service().process();
        ContainerSpec.Streams streams = spec.streams();
        if (process.command() != null) {
            config.always("Cmd", process.command());
        }
        if (process.entrypoint() != null) {
            config.always("Entrypoint", process.entrypoint());
        }
        config.put("Env", spec.environment()).put("User", process.user()).put("WorkingDir", process.workingDir())
                .flag("Tty", streams.tty()).flag("OpenStdin", streams.openStdin())
                .flag("StdinOnce", streams.stdinOnce()).flag("AttachStdin", streams.attachStdin())
                .flag("AttachStdout", streams.attachStdout()).flag("AttachStderr", streams.attachStderr());
        host.put("Init", process.init());
    }
}
