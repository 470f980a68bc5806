#include "app/film_subjects.h"

#include "app/main_window.h"
#include "app/network_figure.h"
#include "app/stage_panel.h"
#include "app/view_docks.h"
#include "widgets/canvas/network_scene.h"
#include "widgets/plots/curve_view.h"
#include "widgets/views/view.h"
#include "widgets/views/view_catalogue.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPointer>

namespace zhibei {

namespace {

/// A widget as it is on the screen.
Figure screenFigure(QWidget *widget)
{
    return {widget->windowTitle(), widget->size(), [widget](QPaintDevice &device, const QSize &size) {
        QPainter painter(&device);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(QRect(QPoint(), size), widget->grab());
    }, {}};
}

QString words(const char *text) { return QCoreApplication::translate("FilmDialog", text); }

} // namespace

std::vector<FilmSubject> filmSubjects(MainWindow &window)
{
    MainWindow *w = &window;
    std::vector<FilmSubject> subjects{
        {QStringLiteral("canvas"), words(QT_TRANSLATE_NOOP("FilmDialog", "Network")), [w] { return networkFigure(*w->scene(), QString()); }},
        {QStringLiteral("curves"), words(QT_TRANSLATE_NOOP("FilmDialog", "Learning curves")), [w] { return w->curves()->figure(); }},
        {QStringLiteral("stage"), words(QT_TRANSLATE_NOOP("FilmDialog", "Draw pad and surface")), [w] { return screenFigure(w->stage()); }},
    };
    for (ViewDock *dock : window.views()->docks()) {
        const QPointer<View> view = dock->view();
        subjects.push_back({QLatin1String(dock->kind().id), dock->kind().name(), [view] { return view ? view->figure() : Figure{}; }});
    }
    subjects.push_back({QStringLiteral("window"), words(QT_TRANSLATE_NOOP("FilmDialog", "The whole window")), [w] { return screenFigure(w); }});
    return subjects;
}

} // namespace zhibei
