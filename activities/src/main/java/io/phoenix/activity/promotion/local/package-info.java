/**
 * Standing collectors of this machine's targets, as promotions see them.
 * They are started by the platform; here they only take configurations over and answer questions.
 */
@NullMarked
package io.phoenix.activity.promotion.local;

import org.jspecify.annotations.NullMarked;
