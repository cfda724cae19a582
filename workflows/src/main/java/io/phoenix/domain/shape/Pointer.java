package io.phoenix.domain.shape;

/** RFC 6901 JSON pointer; the empty text is the whole document. */
public record Pointer(String text) {
    public static final Pointer ROOT = new Pointer("");

    public Pointer child(String name) {
        return new Pointer(text + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    public Pointer child(int index) {
        return new Pointer(text + "/" + index);
    }

    @Override
    public String toString() {
        return text;
    }
}
