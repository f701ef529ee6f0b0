package dev.jcompose.load;

/**
 * Which stages of a load run.
 *
 * @param interpolate
 *            replace variables and give texts their types
 * @param normalize
 *            add what the specification implies: the default network, names, dependencies from links
 * @param resolvePaths
 *            make paths absolute
 * @param checkConsistency
 *            check that references lead somewhere and values agree with each other
 * @param resolveEnvironment
 *            read the files that services' {@code env_file} names into {@code environment}
 * @param allResources
 *            keep networks, volumes, configs, secrets and models that no service uses
 * @param keepLabelFiles
 *            keep {@code label_file} after its labels were read, as containers' config hashes want it; {@code config}
 *            does not show it
 * @param trace
 *            remember with each value by which aliases, {@code extends} and {@code include} it came, as explaining it
 *            wants; takes more memory
 */
public record LoadOptions(boolean interpolate, boolean normalize, boolean resolvePaths, boolean checkConsistency,
        boolean resolveEnvironment, boolean allResources, boolean keepLabelFiles, boolean trace) {
    /** All stages; resources that no service uses are dropped. */
    public static final LoadOptions DEFAULTS = new LoadOptions(true, true, true, true, true, false, true,
            false);

    /** These with or without interpolation. */
    public LoadOptions interpolate(boolean on) {
        return new LoadOptions(on, normalize, resolvePaths, checkConsistency, resolveEnvironment, allResources,
                keepLabelFiles, trace);
    }

    /** These with or without normalization. */
    public LoadOptions normalize(boolean on) {
        return new LoadOptions(interpolate, on, resolvePaths, checkConsistency, resolveEnvironment, allResources,
                keepLabelFiles, trace);
    }

    /** These with or without absolute paths. */
    public LoadOptions resolvePaths(boolean on) {
        return new LoadOptions(interpolate, normalize, on, checkConsistency, resolveEnvironment, allResources,
                keepLabelFiles, trace);
    }

    /** These with or without the check of references. */
    public LoadOptions checkConsistency(boolean on) {
        return new LoadOptions(interpolate, normalize, resolvePaths, on, resolveEnvironment, allResources,
                keepLabelFiles, trace);
    }

    /** These with or without reading env files. */
    public LoadOptions resolveEnvironment(boolean on) {
        return new LoadOptions(interpolate, normalize, resolvePaths, checkConsistency, on, allResources,
                keepLabelFiles, trace);
    }

    /** These with or without unused resources. */
    public LoadOptions allResources(boolean on) {
        return new LoadOptions(interpolate, normalize, resolvePaths, checkConsistency, resolveEnvironment, on,
                keepLabelFiles, trace);
    }

    /** These with or without {@code label_file} in the result. */
    public LoadOptions keepLabelFiles(boolean on) {
        return new LoadOptions(interpolate, normalize, resolvePaths, checkConsistency, resolveEnvironment,
                allResources, on, trace);
    }

    /** These with or without remembering by which references values came. */
    public LoadOptions trace(boolean on) {
        return new LoadOptions(interpolate, normalize, resolvePaths, checkConsistency, resolveEnvironment,
                allResources, keepLabelFiles, on);
    }
}
