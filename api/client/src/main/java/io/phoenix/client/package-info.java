/**
 * What every client of Phoenix shares: requests and answers of the HTTP interface, a typed client for it, and where an
 * installation on one machine keeps its files. The command line and the API server both build on it.
 */
@NullMarked
package io.phoenix.client;

import org.jspecify.annotations.NullMarked;
