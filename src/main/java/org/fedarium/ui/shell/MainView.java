package org.fedarium.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.fedarium.ui.setup.SetupPane;
import org.fedarium.ui.stage.StagePane;
import org.fedarium.ui.support.LabModel;
import org.fedarium.ui.support.Views;
import org.fedarium.ui.transport.TransportBar;
import org.jspecify.annotations.Nullable;

import java.util.List;

/// Everything inside the window, in one language. Changing the language makes a new one.
final class MainView implements Shortcuts.Actions {
    private final LabModel model;
    private final StackPane root;
    private final TitleBar title;
    private final NoticeBar notice;
    private final SetupPane setup;
    private final SetupRail rail;
    private final StagePane stage;
    private final Region plots = new Region();
    private final TransportBar transport;
    private final KeySheet keySheet;
    private final ExperimentFiles files;
    private final Shortcuts shortcuts;
    private @Nullable Columns columns;
    private @Nullable Theme theme;
    @FXML private BorderPane frame;
    @FXML private VBox top;
    @FXML private StackPane left;
    @FXML private StackPane center;
    @FXML private StackPane right;
    @FXML private StackPane bottom;
    @FXML private StackPane dropHint;

    MainView(Scene scene, LabModel model, Texts texts, LabServices services, Notices notices) {
        this.model = model;
        root = Views.load("MainView", texts, this);
        files = new ExperimentFiles(model, texts, services.dialogs(), notices);
        keySheet = new KeySheet(texts);
        title = new TitleBar(model, texts, notices, keySheet::toggle, exports(texts));
        notice = new NoticeBar(notices, texts);
        setup = new SetupPane(model, texts, services.previews(), files);
        rail = new SetupRail(texts, this::openSetup);
        stage = new StagePane(model, texts);
        transport = new TransportBar(model, texts);
        top.getChildren().setAll(title.node(), notice.node());
        center.getChildren().setAll(stage.node());
        right.getChildren().setAll(plots);
        bottom.getChildren().setAll(transport.node());
        root.getChildren().add(keySheet.node());
        boolean zh = texts.locale().getLanguage().equals("zh");
        root.getStyleClass().removeAll("fed-zh");
        if (zh) {
            root.getStyleClass().add("fed-zh");
        }
        FileDrop.install(root, dropHint, files::take);
        shortcuts = new Shortcuts(scene, model, this);
    }

    private List<MenuItem> exports(Texts texts) {
        MenuItem experiment = new MenuItem(texts.get("shell.export.experiment"));
        experiment.setId("export-experiment");
        experiment.setOnAction(e -> files.saveExperiment());
        return List.of(experiment);
    }

    StackPane node() {
        return root;
    }

    /// One frame.
    void pulse() {
        layOut(Columns.of(root.getWidth(), root.getHeight()));
        if (theme != model.theme().get()) {
            theme = model.theme().get();
            title.showTheme();
        }
        title.pulse();
        notice.pulse();
        setup.pulse();
        stage.pulse();
        transport.pulse();
    }

    private void layOut(Columns wanted) {
        if (wanted.equals(columns)) {
            return;
        }
        columns = wanted;
        right.setMinWidth(wanted.plots());
        right.setPrefWidth(wanted.plots());
        right.setMaxWidth(wanted.plots());
        transport.setCompact(wanted.rail());
        rail.close();
        center.getChildren().remove(setup.node());
        left.getChildren().setAll(wanted.rail() ? rail.node() : setup.node());
    }

    /// Opens the panel over the stage, or closes it.
    private void openSetup(String section) {
        center.getChildren().remove(setup.node());
        if (columns != null && columns.rail() && !section.isEmpty()) {
            center.getChildren().add(setup.node());
            setup.reveal(section);
        }
    }

    @Override
    public void openExperiment() {
        files.openExperiment();
    }

    @Override
    public void saveExperiment() {
        files.saveExperiment();
    }

    @Override
    public void showExport() {
        title.openExport();
    }

    @Override
    public void copyChart() {}

    @Override
    public void nextPane(boolean backwards) {
        List<Node> panes = List.of(left, center, right, bottom);
        Node owner = root.getScene().getFocusOwner();
        int at = -1;
        for (int i = 0; i < panes.size(); i++) {
            at = Panes.contains(panes.get(i), owner) ? i : at;
        }
        for (int i = 1; i <= panes.size(); i++) {
            int next = Math.floorMod(at + (backwards ? -i : i), panes.size());
            if (Panes.focusFirst(panes.get(next))) {
                return;
            }
        }
    }

    @Override
    public void toggleKeySheet() {
        keySheet.toggle();
    }

    @Override
    public boolean escape() {
        if (keySheet.isShowing()) {
            keySheet.hide();
            return true;
        }
        if (rail.isOpen()) {
            rail.close();
            return true;
        }
        return false;
    }

    /// Lets go of the scene and the model.
    void close() {
        shortcuts.close();
        setup.close();
        transport.close();
    }
}
