package org.fedarium.ui.support;

import java.util.ArrayDeque;
import java.util.Deque;

/// A value that can be set back. Edits with the same key within a short time count as one, so that
/// dragging a slider is undone in one step.
public final class UndoHistory<T> {
    private static final int LONGEST = 200;
    private static final long SAME_EDIT_MILLIS = 800;

    private final Deque<T> past = new ArrayDeque<>();
    private final Deque<T> future = new ArrayDeque<>();
    private T current;
    private String lastKey = "";
    private long lastMillis = Long.MIN_VALUE / 2;

    public UndoHistory(T first) {
        current = first;
    }

    public T current() {
        return current;
    }

    /// @param key    what was edited
    /// @param millis when, on any steady clock
    public void set(T value, String key, long millis) {
        if (value.equals(current)) {
            return;
        }
        boolean same = key.equals(lastKey) && millis - lastMillis < SAME_EDIT_MILLIS;
        if (!same || past.isEmpty()) {
            past.push(current);
        }
        if (past.size() > LONGEST) {
            past.removeLast();
        }
        future.clear();
        current = value;
        lastKey = key;
        lastMillis = millis;
    }

    /// Puts another value in place of the current one; not an edit, so it cannot be undone.
    public void replace(T value) {
        current = value;
    }

    public boolean canUndo() {
        return !past.isEmpty();
    }

    public boolean canRedo() {
        return !future.isEmpty();
    }

    public T undo() {
        return move(past, future);
    }

    public T redo() {
        return move(future, past);
    }

    private T move(Deque<T> from, Deque<T> to) {
        lastKey = "";
        if (!from.isEmpty()) {
            to.push(current);
            current = from.pop();
        }
        return current;
    }
}
