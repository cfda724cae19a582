package io.phoenix.client;

/** The text of an experiment's specification as a person wrote it. */
public record SpecDocument(String text, Syntax syntax) {
    /** In which language it is written; the server reads both. */
    public enum Syntax {
        YAML("application/yaml"),
        JSON("application/json");

        private final String mediaType;

        Syntax(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}
