/** What a specification may name, over HTTP: pipeline templates and the published shape of the specification itself. */
@NullMarked
package io.phoenix.api.catalog;

import org.jspecify.annotations.NullMarked;
