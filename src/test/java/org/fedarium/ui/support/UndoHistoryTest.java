package org.fedarium.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UndoHistoryTest {

    @Test
    void editsAreTakenBackAndRedone() {
        UndoHistory<String> history = new UndoHistory<>("a");
        history.set("b", "x", 0);
        history.set("c", "y", 10);
        assertThat(history.undo()).isEqualTo("b");
        assertThat(history.undo()).isEqualTo("a");
        assertThat(history.canUndo()).isFalse();
        assertThat(history.undo()).isEqualTo("a");
        assertThat(history.redo()).isEqualTo("b");
        assertThat(history.redo()).isEqualTo("c");
        assertThat(history.canRedo()).isFalse();
    }

    @Test
    void aDragIsOneEdit() {
        UndoHistory<Integer> history = new UndoHistory<>(0);
        for (int i = 1; i <= 50; i++) {
            history.set(i, "slider", i * 20L);
        }
        assertThat(history.undo()).isZero();
    }

    @Test
    void theSameSettingLaterIsAnotherEdit() {
        UndoHistory<Integer> history = new UndoHistory<>(0);
        history.set(1, "slider", 0);
        history.set(2, "slider", 5000);
        assertThat(history.undo()).isEqualTo(1);
    }

    @Test
    void anEditAfterUndoForgetsTheFuture() {
        UndoHistory<Integer> history = new UndoHistory<>(0);
        history.set(1, "a", 0);
        history.undo();
        history.set(2, "b", 10);
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undo()).isZero();
    }
}
