/** The stores of the domain on PostgreSQL: one class per aggregate with its SQL. Every statement runs in a transaction of one tenant. */
@NullMarked
package io.phoenix.store;

import org.jspecify.annotations.NullMarked;
