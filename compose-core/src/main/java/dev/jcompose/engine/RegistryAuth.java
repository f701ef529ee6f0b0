package dev.jcompose.engine;

import org.jspecify.annotations.Nullable;

/**
 * Who one is to a registry: a user's name and password, or a token.
 *
 * @param serverAddress
 *            the registry
 */
public record RegistryAuth(String serverAddress, @Nullable String username, @Nullable String password,
        @Nullable String identityToken, @Nullable String registryToken) {
    /** Without anything secret. */
    @Override
    public String toString() {
        return "RegistryAuth[" + serverAddress + ", " + username + "]";
    }
}
