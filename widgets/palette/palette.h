#pragma once

#include "widgets/palette/palette_entry.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace zhibei {

class PaletteCard;
class Theme;

/// The catalogue as a searchable list of cards: data first, then the layer kinds by category. A card is dragged
/// (nodeMimeType), double-clicked, or chosen with Enter; Down leads from the search field into the cards, and Enter
/// in the field chooses the first match.
class Palette : public QWidget {
    Q_OBJECT
public:
    explicit Palette(Theme *theme, QWidget *parent = nullptr);

    /// Shows what matches; empty shows all. The same as typing it.
    void setQuery(const QString &query);
    void focusSearch();
    /// The payloads on show, from top to bottom.
    QStringList visiblePayloads() const;

    QSize sizeHint() const override;

signals:
    /// Double click or Enter: put this on the canvas where it fits best.
    void chosen(const QString &payload);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Group {
        std::string text;
        QLabel *heading;
        std::vector<PaletteCard *> cards;
    };
    void build(QVBoxLayout *list);
    void filter();
    void restyle();
    void fitScrollBar();
    void retranslate();
    std::vector<PaletteCard *> visibleCards() const;
    void moveFocus(PaletteCard *from, int by);

    Theme *m_theme;
    QLineEdit *m_search;
    QLabel *m_searchIcon;
    QScrollArea *m_scroll;
    QLabel *m_nothing;
    QVBoxLayout *m_searchRow, *m_list;
    std::vector<Group> m_groups;
};

} // namespace zhibei
