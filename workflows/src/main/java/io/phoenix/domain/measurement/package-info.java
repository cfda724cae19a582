/** What is measured, on which grid and in which quality. Series never travel through the engine; they stay in the store. */
@NullMarked
package io.phoenix.domain.measurement;

import org.jspecify.annotations.NullMarked;
