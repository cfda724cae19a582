package io.phoenix.domain.pipeline;

/** A value whose {@code ${env:...}} references the collector resolves; every other text is written so that it cannot. */
record Expandable(String text) {
    static Expandable env(String name) {
        return new Expandable("${env:" + name + "}");
    }

    static Expandable env(String name, String otherwise) {
        return new Expandable("${env:" + name + ":-" + otherwise + "}");
    }

    static Expandable loopback(String portName) {
        return new Expandable("127.0.0.1:${env:" + portName + "}");
    }
}
