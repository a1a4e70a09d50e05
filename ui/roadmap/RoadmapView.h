// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/roadmap/Roadmap.h"
#include "core/stream/RoadmapPreview.h"

#include <QSet>
#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTreeView;

namespace roadloom {

class ConceptDetails;
class FindingsPanel;
class RoadmapTreeModel;
class TextLabel;
class TreeGrowth;

/// The roadmap: title and totals, the tree, what the row in front is about, and what was found
/// about the whole.
class RoadmapView : public QWidget {
    Q_OBJECT
public:
    /// What is said as long as there is no roadmap.
    enum class Outlook { Expected, Stopped, Failed };

    explicit RoadmapView(QWidget* parent = nullptr);

    /// Shows the roadmap; what was expanded, selected and scrolled to stays so.
    void setRoadmap(const Roadmap& roadmap);
    /// Adds what a preview has brought, soon. What the reader looks at stays where it is.
    void grow(const QList<PreviewEvent>& events);
    void clear();
    /// Makes room for another try: what was designed only in part goes, and what was found; a whole
    /// roadmap stays until there is another.
    void clearUnfinished();
    void setOutlook(Outlook outlook);
    [[nodiscard]] bool hasRoadmap() const;
    /// What is shown, or soon will be, is unfinished.
    [[nodiscard]] bool isGrowing() const { return m_isGrowing; }

    [[nodiscard]] QTreeView& tree() { return *m_tree; }
    [[nodiscard]] FindingsPanel& findings() { return *m_findings; }

Q_SIGNALS:
    /// There is something to see now, or no longer.
    void presenceChanged();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildTree();
    void buildLayout();
    void expandNew(const QModelIndex& parent, int first, int last);
    [[nodiscard]] static QString branchKey(const QModelIndex& branch);
    void showRoadmap();
    void showPresence();
    void showNode(const QString& id);
    [[nodiscard]] QString nameOf(const QString& id) const;
    void openDetails();
    void closeDetails();
    void showDetails();
    void makeRoomForFindings(bool areShown);
    void showHeader();
    [[nodiscard]] QString growthText() const;
    void showOutlook();
    void retranslate();

    RoadmapTreeModel* m_model;
    Roadmap m_summary; ///< title and totals, without the stages
    Outlook m_outlook = Outlook::Expected;
    TextLabel* m_title;
    TextLabel* m_totals;
    QStackedWidget* m_pages;
    TextLabel* m_empty;
    QSplitter* m_parts; ///< tree, details and findings
    QTreeView* m_tree;
    ConceptDetails* m_details;
    FindingsPanel* m_findings;
    TreeGrowth* m_growth;
    QSet<QString> m_closed; ///< branches that the reader closed, by their keys
    bool m_closedDetails = false; ///< by the reader
    bool m_wasThere = false; ///< when presenceChanged was told last
    bool m_isGrowing = false; ///< what is shown is provisional
};

} // namespace roadloom
