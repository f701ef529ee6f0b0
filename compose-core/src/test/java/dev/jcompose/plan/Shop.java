package dev.jcompose.plan;

import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectOrigin;
import dev.jcompose.yaml.Mapping;
import dev.jcompose.yaml.Origin;
import dev.jcompose.yaml.YamlReader;
import dev.jcompose.source.Position;

/** Projects called {@code shop}, from canonical YAML, as the loader would give them. */
final class Shop {
    private Shop() {
    }

    /** A project of these services; every service is on the default network unless it says otherwise. */
    static Project of(String yaml) {
        Mapping tree = (Mapping) YamlReader.read("compose.yaml", yaml).getFirst();
        Mapping named = tree.with("name", dev.jcompose.yaml.Scalar.string("shop", tree.origin()));
        return Project.decode(named, Mapping.empty(Origin.at(Position.DEFAULT)), ProjectOrigin.none("/shop"));
    }
}
