// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

class QFrame;
class QPlainTextEdit;
class QToolButton;

namespace roadloom {

class NoteText;
class StudyBook;
class TextLabel;

/// What the learner notes about a concept, in Markdown: saved half a second after it is typed, when
/// they leave it, and before anything is taken back or the program ends; what becomes of it then is
/// said beside it. A note is shown as it reads until they change it; Escape shows it so again.
class NoteField : public QWidget {
    Q_OBJECT
public:
    /// The book is not owned.
    explicit NoteField(StudyBook& book, QWidget* parent = nullptr);

    /// Saves the note of the concept before. An empty id: of none.
    void setConcept(const QString& conceptId);
    void save();
    /// That it has room for, however little is written.
    void setFewestLines(int lines);

    [[nodiscard]] QPlainTextEdit& edit() { return *m_edit; }

Q_SIGNALS:
    /// In the note.
    void linkChosen(const QUrl& address);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void take(const QString& note);
    void noteTyping();
    void showNote();
    void change();
    void showKeeping();
    void fit();
    void retranslate();

    StudyBook& m_book;
    QString m_conceptId;
    TextLabel* m_title;
    TextLabel* m_saved;
    QToolButton* m_change;
    QPlainTextEdit* m_edit;
    QFrame* m_sheet; ///< around the text
    NoteText* m_text = nullptr; ///< while there is a note, and nobody changes it
    QString m_textNote; ///< what that shows
    QTimer m_pause;
    int m_fewestLines = 2;
    bool m_isTyped = false; ///< something is to be saved
    bool m_awaitsWord = false; ///< whether what was saved last is on the disk
    bool m_isTaking = false;
    bool m_isChanging = false; ///< the learner is at it
};

} // namespace roadloom
