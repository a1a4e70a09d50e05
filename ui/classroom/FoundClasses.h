// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/classroom/HubSearch.h"

#include <QList>
#include <QWidget>

#include <memory>

class QListWidget;
class QPushButton;

namespace roadloom {

class TextLabel;

/// The classes that are found on the network, as they come.
class FoundClasses : public QWidget {
    Q_OBJECT
public:
    explicit FoundClasses(std::unique_ptr<HubSearch> search, QWidget* parent = nullptr);
    ~FoundClasses() override;
    Q_DISABLE_COPY_MOVE(FoundClasses)

    /// Looks for them, from the beginning.
    void look();
    /// Chooses the one that was found, if it is the only one.
    void chooseOnly();

Q_SIGNALS:
    /// The learner looks at this one.
    void chosen(const roadloom::FoundHub& hub);
    /// All that there are have been found.
    void ended();
    /// It is the one.
    void settled();

protected:
    void changeEvent(QEvent* event) override;

private:
    void add(const FoundHub& hub);
    void showState();
    void retranslate();

    std::unique_ptr<HubSearch> m_search;
    QList<FoundHub> m_found;
    bool m_isLooking = false;
    TextLabel* m_heading;
    QListWidget* m_list;
    TextLabel* m_state;
    QPushButton* m_again;
};

} // namespace roadloom
