#pragma once

#include "core/network/attributes.h"

#include <QElapsedTimer>
#include <QWidget>

namespace zhibei {

class Theme;

/// Edits one value of one AttributeSpec. Made by makeAttributeField; the editor above it lays it out.
class AttributeField : public QWidget {
    Q_OBJECT
public:
    AttributeField(Theme *theme, AttributeSpec spec, QWidget *parent = nullptr);

    const AttributeSpec &spec() const { return m_spec; }
    /// Shows a value without telling anybody. A field that shows it already is left alone, cursor and all.
    void setValue(const Value &value);
    /// Several nodes differ: shows a dash until something is chosen.
    void setMixed();
    /// The value shown; empty while mixed.
    const std::optional<Value> &value() const { return m_value; }
    virtual void retranslate() {}
    /// Takes sizes and icons from the theme again.
    virtual void restyle() {}

signals:
    /// Edits of one gesture (a drag, a burst of clicks) share the key.
    void edited(const zhibei::Value &value, const QString &mergeKey);

protected:
    /// Puts `value` (empty: mixed) into the controls; their signals are ignored meanwhile.
    virtual void show(const std::optional<Value> &value) = 0;
    /// A control was used. Values that checkValue rejects are shown as a problem and not told.
    void tell(const Value &value);
    /// A drag begins (its edits share one key until the next) or ends.
    void beginGesture();
    void endGesture();
    void setProblem(QWidget *control, const Text &problem);

    Theme *const m_theme;

private:
    const AttributeSpec m_spec;
    std::optional<Value> m_value;
    bool m_mixed = false, m_showing = false, m_dragging = false;
    QString m_mergeKey;
    QElapsedTimer m_sinceEdit;
};

enum class Sliders { Reals /* and not integers */, All };

/// The field for the type of `spec`.
AttributeField *makeAttributeField(Theme *theme, const AttributeSpec &spec, Sliders sliders);

} // namespace zhibei
