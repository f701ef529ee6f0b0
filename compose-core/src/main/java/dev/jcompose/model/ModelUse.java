package dev.jcompose.model;

import org.jspecify.annotations.Nullable;

/**
 * A service's use of a model.
 *
 * @param endpointVar
 *            the variable that gets the model's address; null for the default name
 * @param modelVar
 *            the variable that gets the model's name; null for the default name
 */
public record ModelUse(@Nullable String endpointVar, @Nullable String modelVar) {
    static ModelUse decode(Attributes a) {
        return new ModelUse(a.string("endpoint_var"), a.string("model_var"));
    }
}
