// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace roadloom {

/// What is asked about a roadmap of the library: whether to move it to the bin, and how to call it.
/// Each is asked in a box of its own, for which nothing waits.
class RoadmapQuestions : public QObject {
    Q_OBJECT
public:
    /// The boxes are over that widget, whose child this is.
    explicit RoadmapQuestions(QWidget& place);

    /// Titles are untrusted.
    void askToRemove(const QString& id, const QString& title);
    void askForTitle(const QString& id, const QString& title);
    /// The one that a run is still at work on, which ends if it is removed; empty: none.
    void setBeingMade(const QString& id);

Q_SIGNALS:
    /// The learner was asked, and wants it in the bin.
    void removalAgreed(const QString& id);
    /// The title is one of Library::titleFrom().
    void titleChosen(const QString& id, const QString& title);

private:
    void showConsequence();

    QWidget& m_place;
    QString m_beingMade;
    QPointer<QMessageBox> m_question; ///< while it is asked
    QString m_asked; ///< about this one
};

} // namespace roadloom
