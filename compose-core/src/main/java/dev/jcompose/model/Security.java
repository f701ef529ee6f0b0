package dev.jcompose.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a container may do.
 *
 * @param readOnly
 *            whether its own file system is
 * @param groupAdd
 *            further groups, by name or number
 * @param credentialSpec
 *            null where nothing is said
 * @param runtime
 *            which of the engine's runtimes runs it; null for the default
 * @param isolation
 *            how it is kept apart; null for the default
 */
public record Security(boolean privileged, boolean readOnly, List<String> capAdd, List<String> capDrop,
        List<String> securityOpt, List<String> groupAdd, Map<String, String> sysctls,
        @Nullable CredentialSpec credentialSpec, @Nullable String runtime, @Nullable String isolation) {
    public Security {
        capAdd = List.copyOf(capAdd);
        capDrop = List.copyOf(capDrop);
        securityOpt = List.copyOf(securityOpt);
        groupAdd = List.copyOf(groupAdd);
        sysctls = Ordered.copyOf(sysctls);
    }

    static Security decode(Attributes a) {
        return new Security(a.flag("privileged"), a.flag("read_only"), a.strings("cap_add"), a.strings("cap_drop"),
                a.strings("security_opt"), a.strings("group_add"), a.stringMap("sysctls"),
                a.object("credential_spec", CredentialSpec::decode), a.string("runtime"), a.string("isolation"));
    }

    /** The same with other capabilities. */
    public Security withCapabilities(List<String> add, List<String> drop) {
        return new Security(privileged, readOnly, add, drop, securityOpt, groupAdd, sysctls, credentialSpec, runtime,
                isolation);
    }

    /** The same with other options of the kernel's security modules. */
    public Security withSecurityOpt(List<String> other) {
        return new Security(privileged, readOnly, capAdd, capDrop, other, groupAdd, sysctls, credentialSpec, runtime,
                isolation);
    }

    /** Where a managed account's credentials are described (Windows); one of the three is given. */
    public record CredentialSpec(@Nullable String config, @Nullable String file, @Nullable String registry) {
        static CredentialSpec decode(Attributes a) {
            return new CredentialSpec(a.string("config"), a.string("file"), a.string("registry"));
        }
    }
}
