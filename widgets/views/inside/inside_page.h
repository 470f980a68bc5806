#pragma once

#include "core/data/dataset.h"
#include "core/probes/inside.h"
#include "core/probes/weighted_sum.h"
#include "widgets/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

class QKeyEvent;

namespace zhibei {

/// One way to show what happens inside a node, painted from an Inside. A page knows which layers it suits; see
/// inside_pages.cpp. Whatever can be chosen in it can be chosen by mouse and by keyboard.
class InsidePage : public QWidget {
    Q_OBJECT
public:
    explicit InsidePage(Theme *theme, QWidget *parent = nullptr);

    /// Null: there is nothing to show any more.
    void setInside(std::shared_ptr<const Inside> inside, std::shared_ptr<const Dataset> data);
    /// Fills `size` of the painter.
    virtual void draw(QPainter &painter, const QSize &size) const = 0;
    /// Where in the layer one is: "map 3", "neuron 5"; empty at its top.
    virtual QString place() const { return {}; }
    /// One level up within the page; false at its top.
    virtual bool back() { return false; }
    /// One level down, to what is at a place of the widget; false where there is none.
    virtual bool enter(const QPointF &) { return false; }
    /// What is marked, with its numbers, in a sentence.
    virtual QString reading() const = 0;
    /// The numbers on show; see Figure::csv.
    virtual QString csv() const = 0;
    virtual QJsonObject choices() const { return {}; }
    virtual void setChoices(const QJsonObject &) {}

signals:
    void told(); ///< place or reading changed

protected:
    /// `inside()` is another; everything looked up in the last one is gone.
    virtual void onInside() = 0;
    void paintEvent(QPaintEvent *event) override;
    /// Something was chosen: paints anew and tells.
    void changed();

    const Theme &theme() const { return *m_theme; }
    const Inside *inside() const { return m_inside.get(); }
    const Dataset *data() const { return m_data.get(); }
    /// Where a key leads: arrows and pages, a step each; nothing where Ctrl or Alt say that it is a command.
    struct Step {
        int right = 0, down = 0, page = 0;
        explicit operator bool() const { return right != 0 || down != 0 || page != 0; }
    };
    static Step stepOf(const QKeyEvent &event);
    double line() const; ///< height of a line of small text
    /// The character or word at a step of the text, the number of the step where the data are no text.
    QString stepName(int64_t step) const;
    QString className(int64_t index) const; ///< empty where classes have no names
    /// "ReLU" of an op, by the activation it is; the op's id where it is none.
    static QString functionName(const OpInstance &op);
    /// Σ + b = sum → f → output, in numbers.
    static QString sumText(const WeightedSum &sum, const OpInstance *function);

private:
    Theme *m_theme;
    std::shared_ptr<const Inside> m_inside;
    std::shared_ptr<const Dataset> m_data;
};

} // namespace zhibei
