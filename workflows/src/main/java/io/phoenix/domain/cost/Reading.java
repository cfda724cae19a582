package io.phoenix.domain.cost;

/** How a figure that nobody has verified is read: prices with such a figure have a range of their own. */
public enum Reading {
    LEAST,
    LISTED,
    MOST
}
