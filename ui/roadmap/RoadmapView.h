// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"

#include <QWidget>

class QStackedWidget;
class QTreeView;

namespace roadloom {

class ConceptDetails;
class RoadmapTreeModel;
class TextLabel;

/// The roadmap: title and totals, the tree, and what the row in front is about.
class RoadmapView : public QWidget {
    Q_OBJECT
public:
    /// What is said as long as there is no roadmap.
    enum class Outlook { Expected, Stopped, Failed };

    explicit RoadmapView(QWidget* parent = nullptr);

    /// Shows the roadmap; what was expanded, selected and scrolled to stays so.
    void setRoadmap(const Roadmap& roadmap);
    void clear();
    void setOutlook(Outlook outlook);
    [[nodiscard]] bool hasRoadmap() const;

    [[nodiscard]] QTreeView& tree() { return *m_tree; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildTree();
    void buildLayout();
    void expandNew(const QModelIndex& parent, int first, int last);
    void showDetails();
    void showHeader();
    void showOutlook();
    void retranslate();

    RoadmapTreeModel* m_model;
    Roadmap m_summary; ///< title and totals, without the stages
    Outlook m_outlook = Outlook::Expected;
    TextLabel* m_title;
    TextLabel* m_totals;
    QStackedWidget* m_pages;
    TextLabel* m_empty;
    QTreeView* m_tree;
    ConceptDetails* m_details;
};

} // namespace roadloom
