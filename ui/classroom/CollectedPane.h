// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace roadloom {

class ClassTable;
class CollectedRoadmaps;
class TextLabel;

/// What seats have handed in, for the teacher to open and keep. Hidden while there is nothing.
class CollectedPane : public QWidget {
    Q_OBJECT
public:
    /// The roadmaps must outlive it.
    explicit CollectedPane(CollectedRoadmaps& roadmaps, QWidget* parent = nullptr);

    /// Whether there is a library; without one they can only be looked through.
    void setKeeping(bool canKeep);

Q_SIGNALS:
    void openRequested(int row);
    void keepAllRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showAll();
    void openChosen();
    void retranslate();

    CollectedRoadmaps& m_roadmaps;
    TextLabel* m_heading;
    ClassTable* m_list;
    QPushButton* m_open;
    QPushButton* m_keepAll;
    bool m_canKeep = true;
};

} // namespace roadloom
