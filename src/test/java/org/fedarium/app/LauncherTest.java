package org.fedarium.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void aLoneExperimentFileIsOpenedInTheWindow() {
        assertThat(Launcher.completed(new String[] {"my run.json"}))
                .containsExactly("open", "my run.json");
    }

    @Test
    void commandsAreLeftAsTheyAre() {
        assertThat(Launcher.completed(new String[] {"list"})).containsExactly("list");
        assertThat(Launcher.completed(new String[] {"run", "x.json"}))
                .containsExactly("run", "x.json");
        assertThat(Launcher.completed(new String[0])).isEmpty();
    }
}
