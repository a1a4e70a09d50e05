// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/chat/PlaceReader.h"

#include <QList>
#include <QObject>
#include <QTimer>

#include <memory>

namespace roadloom {

class Transcript;

/// Looks for words in all items of a transcript, whatever their case, and goes through the places.
/// Items are read as values, some between two events, a long one in slices, so that a long
/// conversation blocks nothing; only the one that is shown gets a widget. Places that have a widget
/// are highlighted, of very many in an item those around the current one, which stands out; a card
/// with it is pointed at as a whole. What is folded away, such as reasoning, is not looked at.
///
/// How often an item has the words is told from its plain text, and put right by what it shows once
/// it shows all; a place that it does not show yet is gone to when it does. Items that come are
/// read as they come, words that come by the next step.
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
    struct Read {
        int count = 0; ///< of places
        int revision = -1; ///< of what is shown; -1: read as a value
    };

    /// Where the words are in one item, kept for the next step in it.
    struct Found {
        int item = -1;
        int revision = -1;
        QList<TextPlace> places {};
    };

    void noteChanged(int index);
    void forgetItem(int index);
    void readSome();
    [[nodiscard]] bool readSlice();
    [[nodiscard]] std::unique_ptr<PlaceReader> readerOf(int index) const;
    void readAgain(int index);
    void read(int index);
    void note(int index, const PlaceReader& reader);
    [[nodiscard]] const QList<TextPlace>& placesIn(int index);
    void readChanged();
    void settle();
    [[nodiscard]] bool isInSight(int index) const;
    void step(int direction);
    void leave(int direction);
    void show(int index, int place);
    void showPlace();
    void pointAtCard();
    void highlight(int index);
    void clearHighlights();

    Transcript& m_transcript;
    QString m_words;
    QList<Read> m_items; ///< as far as they were read
    QList<int> m_again; ///< items that show something else than when they were read
    std::unique_ptr<PlaceReader> m_reader; ///< of the item that is being read
    int m_readItem = -1;
    Found m_found;
    int m_total = 0;
    int m_item = -1; ///< of the current place
    int m_place = 0; ///< in it
    int m_awaited = 0; ///< the current place is not shown yet: the direction of the step to it
    bool m_goesToFirst = false; ///< place, when all were read
    QTimer m_reading;
    QTimer m_settling; ///< to look whether all is shown
};

} // namespace roadloom
