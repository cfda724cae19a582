package io.phoenix.tools;

import java.util.Locale;

/** This machine in the words of Go; one that is not known keeps the name that Java gives it, so no archive fits it. */
final class Platform {
    private Platform() {}

    static String os() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name;
    }

    static String arch() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "aarch64" -> "arm64";
            case "x86_64" -> "amd64";
            default -> name;
        };
    }

    static String text() {
        return os() + "/" + arch();
    }
}
