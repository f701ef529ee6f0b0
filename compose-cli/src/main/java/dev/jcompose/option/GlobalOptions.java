package dev.jcompose.option;

/** The options before the command. */
public final class GlobalOptions {
    private final Syntax syntax = new Syntax("", "Define and run multi-container applications");

    public final Flag allResources = syntax.flag("--all-resources",
            "Keep networks, volumes, configs and secrets that no service uses");
    public final Text ansi = syntax.text("--ansi", "string",
            "When to print control characters: never, always or auto", "auto").among("never", "always", "auto");
    public final Flag compatibility = syntax.flag("--compatibility",
            "Join the parts of names by _ as version 1 did, instead of -");
    public final Flag dryRun = syntax.flag("--dry-run", "Show what would be done and do nothing");
    public final Texts envFile = syntax.texts("--env-file", "FILE",
            "Read variables of the Compose file from here instead of .env");
    public final Texts file = syntax.texts("-f, --file", "FILE", "Compose file; - is standard input");
    public final Texts insecureRegistry = syntax.hiddenTexts("--insecure-registry", "HOST",
            "Registry whose certificate is not checked, for oci:// files");
    public final Flag noRemote = syntax.flag("--no-remote", "Use no files of git repositories and registries");
    public final Flag offline = syntax.flag("--offline",
            "Fetch no files of git repositories and registries; use those fetched before");
    public final Whole parallel = syntax.whole("--parallel", "N", "How many engine calls at once; -1 is no limit", -1);
    public final Texts profile = syntax.texts("--profile", "NAME", "Enable a profile; * for all");
    public final Text progress = syntax.text("--progress", "string",
            "How to show progress: auto, tty, plain, json or quiet (default auto)")
            .among("auto", "tty", "plain", "json", "quiet");
    public final Text projectDirectory = syntax.text("--project-directory", "DIR",
            "Base of relative paths (default: the folder of the first Compose file)");
    public final Text projectName = syntax.text("-p, --project-name", "NAME",
            "Name of the project (default: name: of the file, or its folder)");
    public final Flag strict = syntax.flag("--strict",
            "Take warnings about the Compose files for errors (exit code 1)");
    public final Flag verbose = syntax.hiddenFlag("--verbose", "Say more, and show where unexpected errors come from");
    public final Flag version = syntax.hiddenFlag("-v, --version", "Show the version");
    public final Flag noAnsi = syntax.hiddenFlag("--no-ansi", "Print no control characters (use --ansi never)");
    public final Text workdir = syntax.hiddenText("--workdir", "DIR", "Older name of --project-directory");
    public final Flag debug = syntax.hiddenFlag("-D, --debug", "Same as --verbose");
    public final Text host = syntax.hiddenText("-H, --host", "ADDRESS", "Where the engine is, over DOCKER_HOST");
    public final Text context = syntax.hiddenText("-c, --context", "NAME", "Which docker context to use");
    public final Text config = syntax.hiddenText("--config", "DIR", "Where the docker configuration is");
    public final Flag tls = syntax.hiddenFlag("--tls", "Use TLS");
    public final Flag tlsVerify = syntax.hiddenFlag("--tlsverify", "Use TLS, and have the engine prove who it is");
    public final Text tlsCaCert = syntax.hiddenText("--tlscacert", "FILE", "Who vouches for the engine");
    public final Text tlsCert = syntax.hiddenText("--tlscert", "FILE", "Our certificate");
    public final Text tlsKey = syntax.hiddenText("--tlskey", "FILE", "The key of our certificate");
    public final Flag skipHostnameCheck = syntax.hiddenFlag("--skip-hostname-check",
            "Do not mind for which name the engine's certificate is");
    public final Text logLevel = syntax.hiddenText("-l, --log-level", "LEVEL", "Understood and ignored");
    public final Texts command = syntax.command();

    public GlobalOptions() {
        syntax.stopAtArgument();
    }

    /** The words before the command. */
    public Syntax syntax() {
        return syntax;
    }
}
