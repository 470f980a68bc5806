#pragma once

#include "app/film_maker.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace zhibei {

class Theme;

/// Asks what a film shall show, from which step to which, how long and how large, makes it, and shows how far it is.
class FilmDialog : public QDialog {
    Q_OBJECT
public:
    FilmDialog(Theme *theme, Session *session, std::vector<FilmSubject> subjects, const QString &folder, QWidget *parent);

    /// What is chosen, without a path.
    FilmMaker::Plan plan() const;
    /// Makes the film of the plan.
    void make(const QString &path);
    /// The first Cancel breaks the film off, the next closes.
    void reject() override;

signals:
    void filming(bool begins);
    void written(const QString &path);
    void failed(const QString &error);

private:
    void build();
    void askAndMake();
    void onProgress(int pictures, int all);
    void onFinished(bool written, const QString &error);
    void showSize();
    void setBusy(bool busy);

    Theme *m_theme;
    Session *m_session;
    std::vector<FilmSubject> m_subjects;
    QString m_folder, m_path;
    FilmMaker m_maker;
    QComboBox *m_subject, *m_kind;
    QSpinBox *m_from, *m_to, *m_frames, *m_width;
    QDoubleSpinBox *m_seconds;
    QLabel *m_size, *m_state;
    QProgressBar *m_progress;
    QPushButton *m_make, *m_cancel;
    QWidget *m_form;
};

} // namespace zhibei
