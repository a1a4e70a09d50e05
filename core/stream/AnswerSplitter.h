// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/FencedExtent.h"
#include "core/stream/JsonOpening.h"

#include <QString>
#include <QStringView>

namespace roadloom {

/// Tells an agent's words for the learner from its result, while the answer streams. An answer is
/// prose, then JSON: in a fence (```json, also ```jsonc and ```json5, or ``` whose content starts
/// with '{'; ~~~ is as good as ```), or bare ('{' as the first character of a line, blanks aside,
/// where JsonOpening sees JSON begin, so that "{name}, hello" stays prose). Other fences
/// (```python) are prose. Text after the JSON is prose again. Linear in the text; any split of the
/// input yields the same.
///
/// The JSON ends where its braces balance, so a fence inside a string does not end it. The fence
/// lines, and the rest of a fence after its JSON, are neither prose nor JSON. A line that closes
/// the fence before the braces do ends the JSON, cut (see FencedExtent).
///
/// Splits no surrogate pair that a piece brings whole.
class AnswerSplitter {
public:
    /// In UTF-16 code units: 64 MiB of memory.
    static constexpr qsizetype maxJsonLength = qsizetype(32) * 1024 * 1024;
    /// In UTF-16 code units: of prose, and of all else that is not json(). Many times what the
    /// longest answer has to say; only a model that has lost its way goes on for so long.
    static constexpr qsizetype maxProseLength = qsizetype(4) * 1024 * 1024;

    /// Takes the next piece; returns the prose that can be shown now. Characters that may yet turn
    /// out to begin the JSON (blanks, backquotes, '{' at a line start) are held back.
    [[nodiscard]] QString feed(QStringView piece);

    /// Ends the answer: returns the prose still held back. Nothing may be fed after it.
    [[nodiscard]] QString finish();

    /// A step of feed(), for who follows json() as it grows: takes from the front of the text,
    /// which is not empty, appends to prose what can be shown, and returns how many characters it
    /// took, which may be none. Within a step json() grows, or begins anew and then grows, but no
    /// text that it loses has come in the same step.
    qsizetype take(QStringView text, QString& prose);

    /// The result's JSON text: the first block tagged `json`, else the first block, complete or
    /// cut; empty if none has begun. Without the fence lines. While the answer streams, the first
    /// tagged block replaces an untagged one before it.
    [[nodiscard]] const QString& json() const { return m_json; }

    /// The brackets of json() were open when its block ended, or still are: what is missing from it
    /// nobody can tell.
    [[nodiscard]] bool isJsonCut() const { return m_keptBlocks > 0 && !m_isJsonBalanced; }

    /// How many blocks json() has been so far: two, once a tagged block has replaced an untagged
    /// one.
    [[nodiscard]] int keptBlocks() const { return m_keptBlocks; }

    /// The JSON has become longer than maxJsonLength, or all else longer than maxProseLength; told
    /// as soon as it has. json() and the prose are cut there, json() so that reading it fails; the
    /// rest of them is dropped. A tagged block that replaces too long an untagged one makes up for
    /// that.
    [[nodiscard]] bool hasOverflowed() const { return m_hasJsonOverflowed || m_hasProseOverflowed; }

    /// In prose, outside of fences, and nothing is held back: whoever hears the answer only from
    /// here on, and has heard its prose, tells prose from JSON as this does.
    [[nodiscard]] bool isInPlainProse() const;

private:
    enum class State {
        LineStart, ///< only blanks since the line began; they are held
        InLine, ///< prose to the end of the line
        FenceRun, ///< a run of fence characters at a line start, held
        FenceTag, ///< after such a run, held: which language is it?
        FenceInfo, ///< the rest of the line that opens a fence of prose
        UntaggedFence, ///< after an opening line without a tag, held: does '{' follow?
        TaggedFence, ///< in a json fence, before its JSON
        OpenBrace, ///< '{' at a line start and what follows, held: does JSON begin?
        InJson,
        AfterJson, ///< between a fence's JSON and its closing run
        AfterBlock, ///< after bare JSON or a closing run, up to the end of the line
    };
    enum class Tagged : bool { No, Yes };
    struct Fence {
        QChar character;
        qsizetype length = 0; ///< 0: no fence
    };

    // Each takes from the front of the text, appends to prose what can be shown, and returns how
    // many characters it took: none if it only changed the state.
    qsizetype takeLineStart(QChar character, QString& prose);
    qsizetype takeInLine(QStringView text, QString& prose);
    qsizetype takeFenceRun(QChar character, QString& prose);
    qsizetype takeFenceTag(QChar character, QString& prose);
    qsizetype takeFenceInfo(QChar character, QString& prose);
    qsizetype takeUntaggedFence(QChar character, QString& prose);
    qsizetype takeTaggedFence(QChar character);
    qsizetype takeOpenBrace(QChar character, QString& prose);
    qsizetype takeJson(QStringView text);
    qsizetype takeAfterJson(QChar character);
    qsizetype takeAfterBlock(QChar character);

    void say(QStringView text, QString& prose);
    void pass(qsizetype length);
    qsizetype hold(QChar character, QString& prose);
    qsizetype release(State next, QString& prose);
    void openJsonFence();
    [[nodiscard]] bool isInProseFence() const { return m_fence.length > 0; }
    void beginJson(QChar open, Tagged tagged);
    void beginHeldJson();
    void endJson();
    void keepJson(QStringView text);

    State m_state = State::LineStart;
    QString m_held; ///< may be prose or the beginning of a block
    Fence m_fence; ///< the open fence
    Fence m_run; ///< the run of fence characters being counted
    qsizetype m_tagLength = 0; ///< how much of the word "json" has been matched
    JsonOpening m_opening; ///< of the brace that is held
    FencedExtent m_extent;
    QString m_json;
    bool m_isJsonBalanced = false;
    int m_keptBlocks = 0;
    bool m_hasTaggedBlock = false;
    bool m_keepsBlock = false; ///< the block being read is the one that json() gives
    bool m_hasJsonOverflowed = false;
    qsizetype m_proseLength = 0; ///< with all else that is not json()
    bool m_hasProseOverflowed = false;
};

} // namespace roadloom
