#pragma once

#include "core/network/network.h"

#include <QWidget>

class QLabel;

namespace zhibei {

class AttributeEditor;
class Document;
class Theme;

/// How the network is trained: the first objective's optimizer, rate and penalties; batches, seed and initial
/// weights; when to stop.
class TrainingPanel : public QWidget {
    Q_OBJECT
public:
    TrainingPanel(Theme *theme, Document *document, QWidget *parent = nullptr);

    AttributeEditor *objectiveEditor() const { return m_objective; }
    AttributeEditor *trainingEditor() const { return m_training; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void restyle();
    void retranslate();

    Theme *m_theme;
    Document *m_document;
    QLabel *m_icon, *m_title, *m_loss;
    AttributeEditor *m_objective, *m_training;
};

} // namespace zhibei
