package org.fedarium.ui.shell;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.fedarium.experiment.Experiment;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.ui.setup.ScenarioPicker;
import org.fedarium.ui.support.Access;
import org.fedarium.ui.support.FirstFrame;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.PulseTicker;
import org.fedarium.ui.support.TextShaping;
import org.fedarium.ui.support.ThemeManager;
import org.fedarium.ui.support.WindowState;

import java.util.Locale;
import java.util.function.Function;

/// A Lab window and everything it owns, wired by hand. Created, shown and closed on the FX thread.
public final class LabWindow implements AutoCloseable {
    private final Stage stage;
    private final LabServices services;
    private final Function<Locale, Texts> languages;
    private final LabModel model;
    private final Scene scene;
    private final ThemeManager themes;
    private final Presenting presenting;
    private final PulseTicker ticker;
    private final ChangeListener<Theme> themeChanged = (o, before, now) -> applyTheme(now);
    private final ChangeListener<Locale> localeChanged = (o, before, now) -> rebuild(now);
    private final ChangeListener<ColorScheme> platformTheme =
            (o, before, now) -> followPlatform(ThemeManager.theme(before));
    private final ChangeListener<Access> accessChanged = (o, before, now) -> followMotion();
    private final ChangeListener<Boolean> platformMotion = (o, before, now) -> followMotion();
    private Texts texts;
    private Notices notices;
    private MainView view;
    private boolean seen;
    private boolean closed;

    /// @param first      what to open; the run is built at once and waits
    /// @param remembered size, theme, language and level of detail
    public LabWindow(Stage stage, LabServices services, Experiment first, WindowState remembered) {
        this(stage, services, first, remembered, Texts::new);
    }

    /// @param languages the texts of a language; tests see whether longer ones find room
    public LabWindow(
            Stage stage,
            LabServices services,
            Experiment first,
            WindowState remembered,
            Function<Locale, Texts> languages) {
        TextShaping.separate();
        ThemeManager.underlay(remembered.theme());
        this.languages = languages;
        this.stage = stage;
        this.services = services;
        model = new LabModel(services.conductor(), first, remembered);
        scene = new Scene(new StackPane(), remembered.width(), remembered.height());
        themes = new ThemeManager(scene);
        texts = languages.apply(remembered.locale());
        notices = new Notices(model, texts);
        presenting = new Presenting(stage);
        view = new MainView(scene, model, texts, services, notices, presenting);
        scene.setRoot(view.node());
        applyTheme(remembered.theme());
        followMotion();
        model.preferences().theme().addListener(themeChanged);
        model.preferences().locale().addListener(localeChanged);
        model.preferences().access().addListener(accessChanged);
        Platform.getPreferences().colorSchemeProperty().addListener(platformTheme);
        Platform.getPreferences().reducedMotionProperty().addListener(platformMotion);
        prepareStage(remembered);
        ticker = new PulseTicker(stage, this::pulse, this::failed);
    }

    private void prepareStage(WindowState remembered) {
        stage.setScene(scene);
        stage.setMinWidth(WindowState.MIN_WIDTH);
        stage.setMinHeight(WindowState.MIN_HEIGHT);
        stage.setMaximized(remembered.maximized());
        stage.setOnCloseRequest(e -> close());
        showTitle();
    }

    public void show() {
        FirstFrame.await(scene, () -> seen = true);
        view.arrange(scene.getWidth(), scene.getHeight());
        stage.show();
        view.node().requestFocus();
    }

    public LabModel model() {
        return model;
    }

    /// Shows a plot, adding it to the column when it is not there.
    ///
    /// @param face id of one of its ways of looking, such as `drift`
    public void showPlot(String face) {
        view.complete();
        view.plots().reveal(face);
    }

    /// True when the plots are there too, which the first frame does without.
    public boolean isComplete() {
        return view.isComplete();
    }

    /// True when the stage and all charts show the playhead's place.
    public boolean isCurrent() {
        return view.isCurrent();
    }

    /// True when the local steps that the charts need at the playhead have been recomputed.
    public boolean hasLocalSteps() {
        return view.hasLocalSteps();
    }

    public Scene scene() {
        return scene;
    }

    /// The views of the language in use.
    MainView view() {
        return view;
    }

    private void pulse(double millis) {
        if (seen) {
            model.pulse(millis);
        } else {
            model.look();
        }
        view.pulse();
        showTitle();
        if (seen) {
            // What the first frame did without; rounds are being computed meanwhile.
            view.complete();
            showIcons();
        }
    }

    private void failed(Throwable failure) {
        System.getLogger(LabWindow.class.getName())
                .log(System.Logger.Level.ERROR, "The window failed", failure);
        notices.failed(failure);
    }

    private void showIcons() {
        if (!stage.getIcons().isEmpty()) {
            return;
        }
        for (int size : new int[] {16, 32, 48, 64, 128, 256}) {
            String file = "/org/fedarium/assets/icons/fedarium-" + size + ".png";
            stage.getIcons().add(new Image(LabWindow.class.getResourceAsStream(file)));
        }
    }

    private void showTitle() {
        String title =
                ScenarioPicker.title(model.edited().get(), texts)
                        + " \u00b7 "
                        + texts.get("shell.title");
        if (!title.equals(stage.getTitle())) {
            stage.setTitle(title);
        }
    }

    private void applyTheme(Theme theme) {
        themes.apply(theme);
    }

    /// A theme that a person chose against the desktop's stays.
    private void followPlatform(Theme before) {
        if (model.preferences().theme().get() == before) {
            model.preferences().theme().set(ThemeManager.platformTheme());
        }
    }

    private void followMotion() {
        boolean desktop = Platform.getPreferences().isReducedMotion();
        model.reducedMotion().set(model.preferences().access().get().reducedMotion(desktop));
    }

    /// The same window in another language: the views are made anew, the model stays.
    private void rebuild(Locale locale) {
        texts = languages.apply(locale);
        view.close();
        notices = new Notices(model, texts);
        view = new MainView(scene, model, texts, services, notices, presenting);
        view.complete();
        scene.setRoot(view.node());
        view.node().requestFocus();
    }

    /// What to remember for the next time.
    public WindowState windowState() {
        return WindowState.of(stage, model);
    }

    /// Stops everything; a run in progress ends between two clients. Does nothing the second time.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        ticker.close();
        view.close();
        model.preferences().theme().removeListener(themeChanged);
        model.preferences().locale().removeListener(localeChanged);
        model.preferences().access().removeListener(accessChanged);
        Platform.getPreferences().colorSchemeProperty().removeListener(platformTheme);
        Platform.getPreferences().reducedMotionProperty().removeListener(platformMotion);
        services.conductor().close();
        stage.hide();
    }
}
