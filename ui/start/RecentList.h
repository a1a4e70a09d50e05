// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace roadloom {

class TextLabel;

/// A roadmap that can be opened again.
struct RecentRoadmap {
    QString id; ///< the library's
    QString title; ///< untrusted
    QDateTime opened;
    int concepts = 0;
    int learnt = 0; ///< of the concepts

    bool operator==(const RecentRoadmap&) const = default;
};

/// Translated: "12 of 80 concepts · opened yesterday".
[[nodiscard]] QString recentDetails(const RecentRoadmap& recent, const QDateTime& now);

/// The roadmaps that were open lately, the last one first; a press goes on with one. Hidden while
/// there are none.
class RecentList : public QWidget {
    Q_OBJECT
public:
    explicit RecentList(QWidget* parent = nullptr);

    /// Shows the first few of them.
    void setRecents(const QList<RecentRoadmap>& recents);

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void retranslate();

    QList<RecentRoadmap> m_recents;
    TextLabel* m_title;
    QVBoxLayout* m_rows;
};

} // namespace roadloom
