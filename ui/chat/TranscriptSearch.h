// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QObject>
#include <QTimer>

class QTextCursor;
class QWidget;

namespace roadloom {

class ProseView;
class Transcript;

/// Looks for words in all items of a transcript, whatever their case, and goes through the places.
/// Items are read as values, some between two events, so that a long conversation blocks nothing;
/// only the one that is shown gets a widget. All places that have a widget are highlighted, the
/// current one more so; a card with it is pointed at as a whole. What is folded away, such as
/// reasoning, is not looked at.
///
/// How often an item has the words is told from its plain text, and put right by what it shows once
/// it does.
class TranscriptSearch : public QObject {
    Q_OBJECT
public:
    explicit TranscriptSearch(Transcript& transcript);

    /// Empty: nothing is looked for, and nothing highlighted.
    void setWords(const QString& words);
    void next();
    void previous();

    /// From 1; 0: none yet.
    [[nodiscard]] int current() const;
    [[nodiscard]] int count() const { return m_total; }

Q_SIGNALS:
    void progressed();

private:
    void readSome();
    void readAgain(int index);
    void step(int direction);
    void show(int index, int place);
    void setCount(int index, int count);
    void highlight(int index);
    void highlightAll();
    [[nodiscard]] int placesIn(int index) const;

    Transcript& m_transcript;
    QString m_words;
    QList<int> m_counts; ///< by item, as far as they were read
    int m_total = 0;
    int m_item = -1; ///< of the current place
    int m_place = 0; ///< in it
    bool m_goesToFirst = false; ///< place, when all were read
    QTimer m_reading;
};

} // namespace roadloom
