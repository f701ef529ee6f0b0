package dev.jcompose.plan;

import dev.jcompose.model.Config;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Mounts.FileUse;
import dev.jcompose.model.Project;
import dev.jcompose.model.Secret;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;

/** Configs and secrets that are files of this machine, mounted read-only. */
final class FileMounts {
    private FileMounts() {
    }

    static List<Mount> of(Project project, Service service) {
        List<Mount> mounts = new ArrayList<>();
        for (FileUse use : service.mounts().configs()) {
            Config config = project.configs().get(use.source());
            if (config != null && config.file() != null && !InjectedFiles.isCopied(use, config.file())) {
                mounts.add(mount(config.file(), InjectedFiles.configTarget(use)));
            }
        }
        for (FileUse use : service.mounts().secrets()) {
            Secret secret = project.secrets().get(use.source());
            if (secret != null && secret.file() != null && !InjectedFiles.isCopied(use, secret.file())) {
                mounts.add(mount(secret.file(), InjectedFiles.secretTarget(use)));
            }
        }
        return mounts;
    }

    /** The configs and secrets of a service that are kept elsewhere, where no single engine can get at them. */
    static List<String> refusals(Project project, Service service) {
        List<String> refusals = new ArrayList<>();
        for (FileUse use : service.mounts().configs()) {
            Config config = project.configs().get(use.source());
            if (config != null && config.external()) {
                refusals.add("unsupported external config " + config.name()
                        + ": this engine stores none; give the config a file");
            }
        }
        for (FileUse use : service.mounts().secrets()) {
            Secret secret = project.secrets().get(use.source());
            if (secret != null && secret.external()) {
                refusals.add("unsupported external secret " + secret.name()
                        + ": this engine stores none; give the secret a file");
            }
        }
        return refusals;
    }

    private static Mount mount(String file, String target) {
        return new Mount(Mount.Type.BIND, file, target, true, null, new Mount.BindOptions(null, false, null, null),
                null, null, null);
    }
}
