/**
 * What workflows do outside themselves, one sub-package per feature.
 * Features do not know one another; here is only what all of them share.
 */
@NullMarked
package io.phoenix.activity;

import org.jspecify.annotations.NullMarked;
