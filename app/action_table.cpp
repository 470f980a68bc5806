#include "app/actions.h"

#include <array>

namespace zhibei {

namespace {

using Key = QKeySequence;

MenuEntry item(MenuId menu, Command command, const char *text, const char *icon = "", const char *keys = "",
                const char *help = "", MenuEntry::Kind kind = MenuEntry::Plain)
{
    return {.menu = menu, .command = command, .text = text, .help = help, .icon = icon, .keys = keys, .kind = kind};
}

MenuEntry standard(MenuId menu, Command command, const char *text, const char *icon, Key::StandardKey key,
                    const char *keys = "")
{
    return {.menu = menu, .command = command, .text = text, .icon = icon, .standardKey = key, .keys = keys};
}

MenuEntry submenu(MenuId menu, MenuId child, const char *text, const char *icon = "")
{
    return {.line = MenuEntry::Line::Submenu, .menu = menu, .submenu = child, .text = text, .icon = icon};
}

MenuEntry separator(MenuId menu) { return {.line = MenuEntry::Line::Separator, .menu = menu}; }

} // namespace

std::vector<MenuEntry> Actions::makeTable()
{
    using enum Command;
    using M = MenuId;
    constexpr auto Switch = MenuEntry::Switch, Radio = MenuEntry::Radio;
    return {
        standard(M::File, New, QT_TR_NOOP("&New"), "file-plus", Key::New),
        submenu(M::File, M::Templates, QT_TR_NOOP("New from &template"), "layout-template"),
        standard(M::File, Open, QT_TR_NOOP("&Open…"), "folder-open", Key::Open),
        item(M::File, Lessons, QT_TR_NOOP("&Lessons…"), "graduation-cap", "Ctrl+Shift+O",
             QT_TR_NOOP("Deep learning from the first line to networks that read, scene by scene.")),
        submenu(M::File, M::Recent, QT_TR_NOOP("Open &recent"), "history"),
        separator(M::File),
        standard(M::File, Save, QT_TR_NOOP("&Save"), "save", Key::Save),
        standard(M::File, SaveAs, QT_TR_NOOP("Save &as…"), "", Key::SaveAs, "Ctrl+Shift+S"),
        separator(M::File),
        item(M::File, ImportOnnx, QT_TR_NOOP("&Import ONNX…"), "file-down"),
        item(M::File, ExportOnnx, QT_TR_NOOP("Export as ONN&X…"), "file-up"),
        item(M::File, ExportNetwork, QT_TR_NOOP("&Export picture of the network…"), "image"),
        item(M::File, ExportCurves, QT_TR_NOOP("Export &curves…"), "chart-line"),
        item(M::File, ExportAnimation, QT_TR_NOOP("Export ani&mation…"), "film", "",
             QT_TR_NOOP("Makes a GIF or pictures of the run so far: the network, the curves or any view as they changed.")),
        separator(M::File),
        standard(M::File, Quit, QT_TR_NOOP("&Quit"), "", Key::Quit, "Ctrl+Q"),

        standard(M::Edit, Undo, QT_TR_NOOP("&Undo"), "undo-2", Key::Undo),
        standard(M::Edit, Redo, QT_TR_NOOP("&Redo"), "redo-2", Key::Redo),
        separator(M::Edit),
        standard(M::Edit, Cut, QT_TR_NOOP("Cu&t"), "scissors", Key::Cut),
        standard(M::Edit, Copy, QT_TR_NOOP("&Copy"), "copy", Key::Copy),
        standard(M::Edit, Paste, QT_TR_NOOP("&Paste"), "clipboard-paste", Key::Paste),
        item(M::Edit, Duplicate, QT_TR_NOOP("&Duplicate"), "", "Ctrl+D"),
        item(M::Edit, Delete, QT_TR_NOOP("De&lete"), "trash-2", "Del") /* the platforms' own keys take Ctrl+D from Duplicate */,
        standard(M::Edit, SelectAll, QT_TR_NOOP("Select &all"), "", Key::SelectAll),
        standard(M::Edit, FindLayer, QT_TR_NOOP("&Find a layer…"), "search", Key::Find),
        item(M::Edit, Find, QT_TR_NOOP("Find anythin&g…"), "scan-search", "Ctrl+K",
             QT_TR_NOOP("Commands, layers, views, data, templates and files, by name in either language or by pinyin.")),
        separator(M::Edit),
        item(M::Edit, Unfold, QT_TR_NOOP("U&nfold into neurons"), "unfold-horizontal", "Ctrl+U",
             QT_TR_NOOP("Shows the neurons and wires that a dense layer is made of.")),
        item(M::Edit, Fold, QT_TR_NOOP("F&old into a layer"), "fold-horizontal", "Ctrl+Shift+U",
             QT_TR_NOOP("Makes one dense layer of the selected neurons.")),
        item(M::Edit, AddNote, QT_TR_NOOP("Add a not&e"), "sticky-note", "Ctrl+Shift+N"),
        submenu(M::Edit, M::Align, QT_TR_NOOP("Al&ign")),
        item(M::Edit, TidyLayout, QT_TR_NOOP("Tid&y the layout"), "wand-sparkles", "Ctrl+L"),
        item(M::Align, AlignLeft, QT_TR_NOOP("&Left edges"), "align-start-vertical"),
        item(M::Align, AlignCenter, QT_TR_NOOP("&Centres, one below the other"), "align-center-vertical"),
        item(M::Align, AlignRight, QT_TR_NOOP("&Right edges"), "align-end-vertical"),
        item(M::Align, AlignTop, QT_TR_NOOP("&Top edges"), "align-start-horizontal"),
        item(M::Align, AlignMiddle, QT_TR_NOOP("&Middles, side by side"), "align-center-horizontal"),
        item(M::Align, AlignBottom, QT_TR_NOOP("&Bottom edges"), "align-end-horizontal"),

        item(M::View, LookInside, QT_TR_NOOP("Loo&k inside"), "scan-search", "Ctrl+I",
             QT_TR_NOOP("Opens the selected layer down to its numbers; so do Enter, a double click and zooming in. Escape leads back.")),
        item(M::View, ZoomIn, QT_TR_NOOP("Zoom &in"), "zoom-in", "Ctrl++; Ctrl+="),
        item(M::View, ZoomOut, QT_TR_NOOP("Zoom &out"), "zoom-out", "Ctrl+-"),
        item(M::View, ZoomNormal, QT_TR_NOOP("&Actual size"), "", "Ctrl+0"),
        item(M::View, ZoomFit, QT_TR_NOOP("&Fit the network"), "maximize", "Ctrl+9"),
        separator(M::View),
        item(M::View, ShowPalette, QT_TR_NOOP("&Palette"), "", "Ctrl+1", "", Switch),
        item(M::View, ShowStage, QT_TR_NOOP("&Draw pad and surface"), "", "Ctrl+2", "", Switch),
        item(M::View, ShowInspector, QT_TR_NOOP("In&spector"), "", "Ctrl+3", "", Switch),
        item(M::View, ShowCurves, QT_TR_NOOP("&Curves"), "", "Ctrl+4", "", Switch),
        submenu(M::View, M::Views, QT_TR_NOOP("More vie&ws"), "layout-dashboard"),
        item(M::View, ResetLayout, QT_TR_NOOP("&Reset layout"), "layout-panel-left"),
        separator(M::View),
        submenu(M::View, M::Language, QT_TR_NOOP("&Language"), "languages"),
        submenu(M::View, M::Theme, QT_TR_NOOP("&Theme"), "sun-moon"),
        submenu(M::View, M::TextSize, QT_TR_NOOP("Te&xt size"), "a-large-small"),
        item(M::View, ReduceMotion, QT_TR_NOOP("Reduce &motion"), "", "", QT_TR_NOOP("Nothing moves that does not have to."), Switch),
        separator(M::View),
        item(M::View, Present, QT_TR_NOOP("Prese&nt"), "presentation", "F11",
             QT_TR_NOOP("The network fills the screen. Escape leaves."), Switch),
        item(M::Language, Chinese, QT_TR_NOOP("&中文"), "", "", "", Radio),
        item(M::Language, English, QT_TR_NOOP("&English"), "", "", "", Radio),
        item(M::Theme, ThemeSystem, QT_TR_NOOP("&System"), "monitor", "", "", Radio),
        item(M::Theme, ThemeLight, QT_TR_NOOP("&Light"), "sun", "", "", Radio),
        item(M::Theme, ThemeDark, QT_TR_NOOP("&Dark"), "moon", "", "", Radio),
        item(M::TextSize, TextSmaller, QT_TR_NOOP("&Smaller"), "", "Ctrl+Alt+-"),
        item(M::TextSize, TextNormal, QT_TR_NOOP("&Normal"), "", "Ctrl+Alt+0"),
        item(M::TextSize, TextLarger, QT_TR_NOOP("&Larger"), "", "Ctrl+Alt++; Ctrl+Alt+="),

        item(M::Train, Play, QT_TR_NOOP("&Play"), "play", "F5", QT_TR_NOOP("Trains until you pause."), Switch),
        item(M::Train, Step, QT_TR_NOOP("One &step"), "step-forward", "F10", QT_TR_NOOP("Trains on one batch.")),
        item(M::Train, Epoch, QT_TR_NOOP("One &epoch"), "skip-forward", "F6", QT_TR_NOOP("Trains to the end of this pass over the data.")),
        item(M::Train, Reset, QT_TR_NOOP("&Reset"), "rotate-ccw", "Shift+F5", QT_TR_NOOP("Back to the very same start.")),
        item(M::Train, NewSeed, QT_TR_NOOP("&New seed"), "dices", "Ctrl+Shift+F5", QT_TR_NOOP("Starts anew from other random weights.")),
        item(M::Train, RestoreLastGood, QT_TR_NOOP("Restore last &good state"), "history", "",
             QT_TR_NOOP("Brings back the weights from before the numbers went wrong.")),
        separator(M::Train),
        submenu(M::Train, M::Past, QT_TR_NOOP("Loo&k back"), "history"),
        item(M::Past, PlayRecording, QT_TR_NOOP("&Play the run so far"), "film", "F7",
             QT_TR_NOOP("Shows the recorded run like a film. Training goes on behind, if it was playing.")),
        item(M::Past, StepBack, QT_TR_NOOP("One step &back"), "step-back", "Alt+Left", QT_TR_NOOP("Shows everything as it was one step earlier.")),
        item(M::Past, StepOnward, QT_TR_NOOP("One step &onward"), "", "Alt+Right", QT_TR_NOOP("Shows the next step of the recorded run.")),
        item(M::Past, BackToNow, QT_TR_NOOP("Back to &now"), "", "Alt+End", QT_TR_NOOP("Shows the training as it is.")),
        item(M::Past, GoOnFromHere, QT_TR_NOOP("&Continue from here"), "git-branch", "Alt+Return",
             QT_TR_NOOP("Trains on from the step one looks back to; the curve so far stays as a branch.")),
        submenu(M::Train, M::Speed, QT_TR_NOOP("Spee&d"), "gauge"),
        item(M::Train, RateDown, QT_TR_NOOP("&Halve the learning rate"), "", "Ctrl+["),
        item(M::Train, RateUp, QT_TR_NOOP("Double the &learning rate"), "", "Ctrl+]"),
        separator(M::Train),
        item(M::Train, Race, QT_TR_NOOP("Ra&ce…"), "flag", "Ctrl+Shift+R",
             QT_TR_NOOP("Trains this network with several optimizers, learning rates or other settings, side by side.")),
        item(M::Train, ShowRuns, QT_TR_NOOP("R&uns"), "history", "",
             QT_TR_NOOP("Every training is kept: compare curves and settings, or open one again. The newest 300 stay, and all with a star or a note.")),
        item(M::Speed, SpeedOne, QT_TR_NOOP("&1 step a second"), "", "", "", Radio),
        item(M::Speed, SpeedFour, QT_TR_NOOP("&4 steps a second"), "", "", "", Radio),
        item(M::Speed, SpeedTwenty, QT_TR_NOOP("&20 steps a second"), "", "", "", Radio),
        item(M::Speed, SpeedHundred, QT_TR_NOOP("10&0 steps a second"), "", "", "", Radio),
        item(M::Speed, SpeedFull, QT_TR_NOOP("&Full speed"), "", "", "", Radio),

        item(M::Help, HelpTopic, QT_TR_NOOP("&Help pages"), "circle-help", "F1",
             QT_TR_NOOP("Explains what has the focus: a layer, a setting, a view, a part of the window.")),
        item(M::Help, Shortcuts, QT_TR_NOOP("&Keyboard shortcuts"), "keyboard", "Ctrl+/"),
        item(M::Help, Log, QT_TR_NOOP("&Log"), "scroll-text", "Ctrl+Shift+L", QT_TR_NOOP("What the program did, newest last.")),
        separator(M::Help),
        item(M::Help, About, QT_TR_NOOP("&About Zhibei"), "info"),
        item(M::Help, AboutQt, QT_TR_NOOP("About &Qt")),
    };
}

std::span<const MenuEntry> Actions::table()
{
    static const std::vector<MenuEntry> table = makeTable();
    return table;
}

std::span<const Actions::MenuSpec> Actions::menuBar()
{
    static constexpr std::array<MenuSpec, 5> menus = {{
        {MenuId::File, QT_TR_NOOP("&File")},
        {MenuId::Edit, QT_TR_NOOP("&Edit")},
        {MenuId::View, QT_TR_NOOP("&View")},
        {MenuId::Train, QT_TR_NOOP("&Train")},
        {MenuId::Help, QT_TR_NOOP("&Help")},
    }};
    return menus;
}

} // namespace zhibei
