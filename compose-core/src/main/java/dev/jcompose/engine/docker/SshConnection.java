package dev.jcompose.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A connection through the user's ssh to the docker command on another machine, which passes it on to its engine. */
final class SshConnection implements Connection {
    private final java.lang.Process ssh;

    private SshConnection(java.lang.Process ssh) {
        this.ssh = ssh;
    }

    static SshConnection open(URI address) throws IOException {
        List<String> command = new ArrayList<>(List.of("ssh", "-o", "ConnectTimeout=30", "-T"));
        if (address.getUserInfo() != null) {
            command.addAll(List.of("-l", address.getUserInfo()));
        }
        if (address.getPort() > 0) {
            command.addAll(List.of("-p", Integer.toString(address.getPort())));
        }
        command.addAll(List.of("--", String.valueOf(address.getHost()), "docker", "system", "dial-stdio"));
        return new SshConnection(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    @Override
    public InputStream in() {
        return ssh.getInputStream();
    }

    @Override
    public OutputStream out() {
        return ssh.getOutputStream();
    }

    @Override
    public void endOutput() throws IOException {
        ssh.getOutputStream().close();
    }

    @Override
    public void close() {
        ssh.destroy();
    }
}
