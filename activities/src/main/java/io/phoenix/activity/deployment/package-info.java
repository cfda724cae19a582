/**
 * The collectors of an experiment on its target: one source and one collector per variant.
 * The activities wait and decide; a fleet knows how collectors are run.
 */
@NullMarked
package io.phoenix.activity.deployment;

import org.jspecify.annotations.NullMarked;
