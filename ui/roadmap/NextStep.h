// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace roadloom {

class StudyBook;

/// Below the tree while no concept is open: what there is to learn now, by its name, and a press
/// opens it. Where nothing is left to learn there is none.
class NextStep : public QWidget {
    Q_OBJECT
public:
    /// The book is not owned.
    explicit NextStep(const StudyBook& book, QWidget* parent = nullptr);

    /// As the book has it now.
    void showStudy();
    /// Whether this is the time for it; not yet, to begin with.
    void setWanted(bool isWanted);

Q_SIGNALS:
    void chosen(const QString& conceptId);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showText();

    const StudyBook& m_book;
    QPushButton* m_go;
    QString m_next; ///< the concept; empty: none
    bool m_isWanted = false;
};

} // namespace roadloom
