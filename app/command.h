#pragma once

namespace zhibei {

/// Everything a person can tell the program to do. The table in actions.cpp gives each a name, a place in a menu,
/// a shortcut and an icon.
enum class Command {
    New, Open, Lessons, Save, SaveAs, ImportOnnx, ExportOnnx, ExportNetwork, ExportCurves, ExportAnimation, Quit,
    Undo, Redo, Cut, Copy, Paste, Duplicate, Delete, SelectAll, FindLayer, Find,
    Unfold, Fold, AddNote, TidyLayout,
    AlignLeft, AlignCenter, AlignRight, AlignTop, AlignMiddle, AlignBottom,
    LookInside,
    ZoomIn, ZoomOut, ZoomNormal, ZoomFit,
    ShowPalette, ShowStage, ShowInspector, ShowCurves, ResetLayout,
    Chinese, English,
    ThemeSystem, ThemeLight, ThemeDark,
    TextSmaller, TextNormal, TextLarger, ReduceMotion, Present,
    Play, Step, Epoch, Reset, NewSeed, RestoreLastGood,
    Race, ShowRuns,
    SpeedOne, SpeedFour, SpeedTwenty, SpeedHundred, SpeedFull,
    RateDown, RateUp,
    PlayRecording, StepBack, StepOnward, BackToNow, GoOnFromHere,
    HelpTopic, Shortcuts, Log, About, AboutQt,
};

enum class MenuId { File, Templates, Recent, Edit, Align, View, Views, Language, Theme, TextSize, Train, Speed, Past, Help };

} // namespace zhibei
