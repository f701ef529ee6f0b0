package dev.jcompose.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jcompose.model.Project;
import dev.jcompose.plan.BuildOptions;
import dev.jcompose.source.InvalidProjectException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BakeDefinitionTest {
    private static BakeDefinition define(String yaml, BuildOptions options) {
        Project project = Projects.of("/shop", Map.of("FROM_SHELL", "yes", "TOKEN", "t0p"), yaml);
        return BakeDefinition.of(project, Projects.targets(project), options);
    }

    @Test
    void names_the_stages_that_are_built_without_cache() {
        BakeDefinition definition = define("""
                name: shop
                services:
                  web: {build: {context: /shop, no_cache_filter: [base, assets]}}
                """, BuildOptions.DEFAULTS);

        assertTrue(definition.text().replaceAll("\\s", "").contains("\"no-cache-filter\":[\"base\",\"assets\"]"),
                definition.text());
    }

    @Test
    void says_all_of_the_build_section() {
        BakeDefinition definition = define("""
                name: shop
                services:
                  web.ui:
                    build:
                      context: /shop/web
                      dockerfile: ../Dockerfile.web
                      args: {A: "1", B: null}
                      labels: {tier: front}
                      tags: [shop/web:dev]
                      target: final
                      shm_size: "67108864"
                      ulimits: {nofile: {soft: 10, hard: 20}, nproc: 5}
                      extra_hosts: [db=10.0.0.1, db=10.0.0.2]
                      cache_from: ["type=local,src=/cache"]
                      cache_to: ["type=local,dest=/cache"]
                      secrets: [{source: key}, {source: token, target: t}]
                      ssh: [default, id=/keys/id]
                      provenance: "mode=max"
                      sbom: "true"
                      network: host
                      no_cache: true
                      pull: true
                      privileged: true
                      additional_contexts: {base: "service:base", docs: /docs, alpine: "docker-image://alpine"}
                  base:
                    image: shop/base
                    platform: linux/arm64
                    build: {context: "https://example.com/base.git"}
                secrets:
                  key: {file: /shop/key}
                  token: {environment: TOKEN}
                """, BuildOptions.DEFAULTS);

        assertEquals("""
                {
                  "group": {
                    "default": {
                      "targets": [
                        "web_ui",
                        "base"
                      ]
                    }
                  },
                  "target": {
                    "web_ui": {
                      "context": "/shop/web",
                      "contexts": {
                        "alpine": "docker-image://alpine",
                        "base": "target:base",
                        "docs": "/docs"
                      },
                      "dockerfile": "/shop/Dockerfile.web",
                      "args": {
                        "A": "1"
                      },
                      "target": "final",
                      "labels": {
                        "com.docker.compose.project": "shop",
                        "com.docker.compose.service": "web.ui",
                        "com.docker.compose.version": "0.1.0",
                        "tier": "front"
                      },
                      "tags": [
                        "shop/web:dev",
                        "shop-web.ui"
                      ],
                      "output": [
                        "type=docker"
                      ],
                      "cache-from": [
                        "type=local,src=/cache"
                      ],
                      "cache-to": [
                        "type=local,dest=/cache"
                      ],
                      "pull": true,
                      "no-cache": true,
                      "secret": [
                        "id=key,type=file,src=/shop/key",
                        "id=t,type=env,env=TOKEN"
                      ],
                      "ssh": [
                        "default",
                        "id=/keys/id"
                      ],
                      "network": "host",
                      "shm-size": "67108864",
                      "ulimits": [
                        "nofile=10:20",
                        "nproc=5"
                      ],
                      "extra-hosts": {
                        "db": "10.0.0.1,10.0.0.2"
                      },
                      "entitlements": [
                        "security.insecure"
                      ],
                      "attest": [
                        "type=provenance,mode=max",
                        "type=sbom"
                      ]
                    },
                    "base": {
                      "context": "https://example.com/base.git",
                      "dockerfile": "Dockerfile",
                      "labels": {
                        "com.docker.compose.project": "shop",
                        "com.docker.compose.service": "base",
                        "com.docker.compose.version": "0.1.0"
                      },
                      "tags": [
                        "shop/base"
                      ],
                      "platforms": [
                        "linux/arm64"
                      ],
                      "output": [
                        "type=docker"
                      ]
                    }
                  }
                }""", definition.text());
        assertEquals(Set.of("fs.read=/shop/web", "fs.read=/docs", "fs.read=/shop/Dockerfile.web", "fs.read=/cache",
                "fs.write=/cache", "fs.read=/shop/key", "ssh", "fs.read=/keys/id", "network.host",
                "security.insecure"), definition.allowances());
        assertEquals(Map.of("TOKEN", "t0p"), definition.environment());
        assertEquals(Map.of("web_ui", "web.ui", "base", "base"), definition.services());
    }

    @Test
    void text_that_bake_would_take_for_a_template_is_taken_as_written() {
        BakeDefinition definition = define("""
                name: shop
                services: {web: {build: {context: /web, dockerfile_inline: 'RUN echo ${X} %{Y} $Z'}}}
                """, BuildOptions.DEFAULTS);

        assertTrue(definition.text().contains("\"dockerfile-inline\": \"RUN echo $${X} %%{Y} $Z\""),
                definition.text());
        assertFalse(definition.text().contains("\"dockerfile\":"), definition.text());
    }

    @Test
    void flags_go_over_the_file() {
        Map<String, String> args = new LinkedHashMap<>();
        args.put("A", "2");
        args.put("FROM_SHELL", null);
        args.put("NOWHERE", null);
        BakeDefinition definition = define("""
                name: shop
                services:
                  own: {build: {context: /own, args: {A: "1"}, platforms: [linux/amd64, linux/arm64]}}
                  named: {image: shop/named, build: {context: /named}}
                """, new BuildOptions(true, true, true, false, true, args, List.of("default"), null, null, false,
                "false", null));

        String text = definition.text().replaceAll("\\s+", "");
        assertTrue(text.contains("\"args\":{\"A\":\"2\",\"FROM_SHELL\":\"yes\"}"), text);
        assertTrue(text.contains("\"platforms\":[\"linux/amd64\",\"linux/arm64\"],\"output\":[\"type=image\"]"), text);
        assertTrue(text.contains("\"tags\":[\"shop/named\"],\"output\":[\"type=registry\"]"), text);
        assertTrue(text.contains("\"attest\":[\"type=provenance,disabled=true\"]"), text);
    }

    @Test
    void a_secret_that_is_not_there_is_told_with_its_place() {
        InvalidProjectException problem = assertThrows(InvalidProjectException.class, () -> define("""
                name: shop
                services:
                  web:
                    build:
                      context: /web
                      secrets: [{source: gone}]
                """, BuildOptions.DEFAULTS));

        assertEquals("compose.yaml:6:16: services.web.build.secrets: no such secret 'gone'; "
                + "name one of the top-level section 'secrets'", problem.getMessage());
    }
}
