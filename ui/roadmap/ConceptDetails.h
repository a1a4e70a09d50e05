// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QModelIndex>
#include <QScrollArea>

class QToolButton;

namespace roadloom {

class TextLabel;

/// What the roadmap says about the row in front: description, what to learn first and why,
/// keywords.
class ConceptDetails : public QScrollArea {
    Q_OBJECT
public:
    explicit ConceptDetails(QWidget* parent = nullptr);

    /// A row of a RoadmapTreeModel; an invalid index empties the panel.
    void showRow(const QModelIndex& index);

Q_SIGNALS:
    void closeRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void retranslate();

    QPersistentModelIndex m_index;
    TextLabel* m_name;
    QToolButton* m_close;
    TextLabel* m_facts;
    TextLabel* m_description;
    TextLabel* m_prerequisites;
    TextLabel* m_keywords;
};

} // namespace roadloom
