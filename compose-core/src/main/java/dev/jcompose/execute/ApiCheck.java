package dev.jcompose.execute;

import dev.jcompose.engine.Engine;
import dev.jcompose.model.HealthCheck;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Network;
import dev.jcompose.model.Networking.NetworkUse;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.plan.Action;
import dev.jcompose.plan.Notice;
import dev.jcompose.plan.Plan;
import dev.jcompose.plan.Step;
import dev.jcompose.source.InvalidProjectException;
import dev.jcompose.source.Problem;
import dev.jcompose.source.Problem.Severity;
import dev.jcompose.source.YamlPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan's containers and networks ask for, and the version of the API that the engine and we agree on cannot do:
 * told before anything is made.
 */
final class ApiCheck {
    private final Project project;
    private final int minor;
    private final List<Problem> problems = new ArrayList<>();

    private ApiCheck(Project project, int minor) {
        this.project = project;
        this.minor = minor;
    }

    /**
     * Gives what would be left out.
     *
     * @throws InvalidProjectException
     *             with what would not work
     */
    static List<Notice> run(Engine engine, Project project, Plan plan) {
        List<Problem> problems = of(engine, project, plan);
        List<Problem> errors = problems.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new InvalidProjectException(errors);
        }
        return problems.stream().map(problem -> new Notice(problem.toString())).toList();
    }

    private static List<Problem> of(Engine engine, Project project, Plan plan) {
        Map<String, Service> services = new LinkedHashMap<>();
        List<Network> networks = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step.action() instanceof Action.CreateContainer create) {
                services.put(create.spec().service().name(), create.spec().service());
            } else if (step.action() instanceof Action.CreateNetwork create) {
                networks.add(create.spec().network());
            }
        }
        if (services.isEmpty() && networks.isEmpty()) {
            return List.of();
        }
        ApiCheck check = new ApiCheck(project, minor(engine.system().apiVersion()));
        services.values().forEach(check::service);
        networks.forEach(check::network);
        return check.problems;
    }

    private static int minor(String version) {
        return Integer.parseInt(version.substring(version.indexOf('.') + 1));
    }

    private void service(Service service) {
        YamlPath at = YamlPath.of("services", service.name());
        HealthCheck health = service.healthCheck();
        refuse(health != null && health.startInterval() != null, 44, at.key("healthcheck").key("start_interval"));
        leaveOut(!service.metadata().annotations().isEmpty(), 43, at.key("annotations"));
        List<Mount> mounts = service.mounts().volumes();
        for (int i = 0; i < mounts.size(); i++) {
            mount(mounts.get(i), at.key("volumes").index(i));
        }
        boolean several = service.networking().networks().size() > 1;
        service.networking().networks().forEach((key, use) -> network(use, several, at.key("networks").key(key)));
    }

    private void mount(Mount mount, YamlPath at) {
        String recursive = mount.bind() == null ? null : mount.bind().recursive();
        refuse(mount.type() == Mount.Type.IMAGE, 48, at);
        refuse(mount.volume() != null && mount.volume().subpath() != null, 45, at.key("volume").key("subpath"));
        refuse("writable".equals(recursive) || "readonly".equals(recursive), 44, at.key("bind").key("recursive"));
    }

    private void network(NetworkUse use, boolean several, YamlPath at) {
        refuse(use.interfaceName() != null, 49, at.key("interface_name"));
        refuse(several && use.macAddress() != null, 44, at.key("mac_address"));
        leaveOut(use.gwPriority() != null, 48, at.key("gw_priority"));
    }

    private void network(Network network) {
        refuse(Boolean.FALSE.equals(network.enableIpv4()), 48, YamlPath.of("networks", network.key(), "enable_ipv4"));
    }

    private void refuse(boolean asked, int from, YamlPath path) {
        add(asked, from, path, "cannot be had", Severity.ERROR);
    }

    private void leaveOut(boolean asked, int from, YamlPath path) {
        add(asked, from, path, "is left out", Severity.WARNING);
    }

    private void add(boolean asked, int from, YamlPath path, String message, Severity severity) {
        if (asked && minor < from) {
            problems.add(new Problem(project.position(path), path,
                    message + ": it needs API 1." + from + ", and this engine speaks 1." + minor,
                    "update the engine, or remove it", severity));
        }
    }
}
