#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QLabel;

namespace zhibei {

/// What a scene is called: large in the first language, quiet below in the second.
class SceneTitle : public QWidget {
    Q_OBJECT
public:
    explicit SceneTitle(Theme *theme, QWidget *parent = nullptr);

    void setTitles(const QStringList &titles);
    /// On stage titles are larger.
    void setLarge(bool large);

private:
    void restyle();

    Theme *m_theme;
    QLabel *m_first, *m_second;
    bool m_large = false;
};

} // namespace zhibei
