// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/FencedExtent.h"
#include "core/stream/JsonStringDecoder.h"

#include <QString>
#include <QStringView>

namespace roadloom {

/// Brings a structured answer into the form of all others while it streams. A structured answer is
/// one JSON object whose first member is the text "narration"; a byte order mark, blanks, and a
/// fence (```json, ```, ~~~) around the whole are no matter. Out come the narration's words,
/// decoded, and then the other members as one block:
///
///     {"narration":"Hello, you.","a":1}   →   Hello, you.
///
///                                             ```json
///                                             {"a":1}
///                                             ```
///
/// Text behind the object follows the block. Any other answer passes through as it is, at once but
/// for what may yet turn out to begin a structured one. A cut answer stays cut: no block is begun
/// before the narration has ended, and none is closed before the object has, unless by a fence line
/// of the answer itself (see FencedExtent). Linear; any split of
/// the input yields the same. See AnswerSplitter for what reads the result.
class NarrationExtractor {
public:
    /// Takes the next piece; returns what is known of the other form.
    [[nodiscard]] QString feed(QStringView piece);
    /// Ends the answer: returns what was held back. Nothing may be fed after it.
    [[nodiscard]] QString finish();

    /// The answer is a structured one.
    [[nodiscard]] bool hasNarration() const { return m_hasNarration; }

private:
    enum class State {
        Opening, ///< up to the narration's first quotation mark, held
        Narration,
        BetweenMembers, ///< behind the narration, before the comma or the object's end
        Members, ///< the rest of the object, in our block
        ClosingFence, ///< behind the object, where the fence around the whole should close
        ClosedFence, ///< the rest of that fence's line
        PassOn,
    };

    // Each takes from the front of the text, appends to out, and returns how many characters it
    // took: none if it only changed the state.
    qsizetype take(QStringView text, QString& out);
    qsizetype takeOpening(QStringView text, QString& out);
    qsizetype takeNarration(QStringView text, QString& out);
    qsizetype takeBetweenMembers(QChar character, QString& out);
    qsizetype takeMembers(QStringView text, QString& out);
    void endMembers(QString& out);
    qsizetype takeClosingFence(QChar character, QString& out);
    qsizetype takeClosedFence(QChar character);

    State m_state = State::Opening;
    QString m_held;
    QChar m_fence; ///< of the fence around the whole; null if there is none
    qsizetype m_fenceLength = 0;
    qsizetype m_runLength = 0; ///< of the run that may close that fence
    JsonStringDecoder m_narration;
    FencedExtent m_object;
    bool m_hasNarration = false;
};

} // namespace roadloom
