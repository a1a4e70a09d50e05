// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/JsonMends.h"
#include "core/stream/JsonStringMender.h"
#include "core/stream/JsonStructureMender.h"

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace roadloom {

struct JsonWord;

/// Reads the JSON that models write: a filter that takes almost-JSON in pieces and gives strict
/// JSON (RFC 8259, as parseJson reads it) as UTF-8, so that a parser can follow while the model
/// speaks. What it did is counted. Any split of the input yields the same bytes and the same
/// mends.
///
/// JSON that is right comes through without a mend and byte for byte, but for white space between
/// tokens, which is dropped, and numbers that no double has. Mended are: comments (`//`,
/// `/* */`, `#`); superfluous and missing commas; single and typographic quotation marks; names and
/// words without any; literals of Python and JavaScript; numbers such as `+1`, `.5`, `1.`, `01`;
/// control characters and wrong escapes in strings; halves of surrogate pairs; brackets that are
/// missing, superfluous or of the wrong kind; and whatever a cut left open. A quotation mark within
/// a string does not end it where no comma, colon, bracket, line end or other quotation mark
/// follows, nor a comment behind blanks: `"say "hi" to"`, `"color "#fff" in"`. A comment that only
/// the text's end ends may have swallowed more than words (CutOff). Fences around the JSON are
/// ignored, text behind it too (TrailingText).
///
/// A number beyond a double's range is null: the mends are doubtful then, and whoever reads the
/// text must ask for another. Words of more than 1024 characters and whatever is no JSON in any
/// reading are left out (StrayText). Nesting beyond 64 levels ends the output: hasOverflowed().
///
/// No JSON object is checked for doubled keys. Linear; no allocation a piece, apart from what
/// `out` needs. State is bounded: a bit for each open bracket and one word.
class JsonMender {
public:
    static constexpr int maxDepth = JsonStructureMender::maxDepth;
    static constexpr qsizetype maxWordLength = 1024;

    /// Appends to `out` what can be told by now: of strings all but an escape, half a character, or
    /// a mark that may be their end with the blanks behind it; numbers and words at their end.
    /// To reuse the memory of `out`, empty it by resize(0); clear() frees it.
    void feed(QStringView piece, QByteArray& out);
    /// The text is at its end: closes what is open. An empty text is null (MissingValue). What is
    /// fed afterwards is ignored.
    void finish(QByteArray& out);

    [[nodiscard]] const JsonMends& mends() const { return m_mends; }
    /// The value has ended, by itself and not through finish().
    [[nodiscard]] bool isComplete() const { return m_structure.isComplete() && !m_isCut; }
    [[nodiscard]] bool hasOverflowed() const { return m_mends.count(JsonMend::TooDeep) > 0; }

private:
    enum class Lexeme {
        None,
        String,
        AfterQuote, ///< the quotation mark, and blanks behind it, wait for what follows
        Word,
        Slash,
        LineComment,
        BlockComment,
        BlockCommentStar,
        Fence,
        Trailing,
        Nothing, ///< is read any more
    };

    // Each takes some characters at the front of the text and returns how many.
    qsizetype take(QStringView text, Utf8Sink& out);
    qsizetype takeBetween(QStringView text, Utf8Sink& out);
    qsizetype takeString(QStringView text, Utf8Sink& out);
    qsizetype takeAfterQuote(char16_t unit, Utf8Sink& out);
    qsizetype takeWord(QStringView text, Utf8Sink& out);
    qsizetype takeSlash(char16_t unit);
    qsizetype takeLineComment(QStringView text);
    qsizetype takeBlockComment(char16_t unit);
    qsizetype takeFence(char16_t unit);
    qsizetype takeTrailing(char16_t unit);

    [[nodiscard]] bool isInCutComment() const;
    void takeMark(char16_t unit, Utf8Sink& out);
    void takeStructure(char16_t unit, Utf8Sink& out);
    void beginString(char16_t quote, Utf8Sink& out);
    void endString(Utf8Sink& out);
    void takeInnerQuote(Utf8Sink& out);
    void dropHeld();
    void endWord(Utf8Sink& out);
    void endCutWord(Utf8Sink& out);
    void putKey(Utf8Sink& out);
    void putWord(const JsonWord& word, Utf8Sink& out);
    void putPlainWord(Utf8Sink& out);
    void putUnquotedText(Utf8Sink& out);
    void putText(Utf8Sink& out);
    void endKey();
    void endValue();
    void stray();

    Lexeme m_lexeme = Lexeme::None;
    JsonStructureMender m_structure;
    JsonStringMender m_string;
    bool m_isKey = false; ///< the string
    char16_t m_quote = 0; ///< that may have ended the string
    QString m_held; ///< the word; or the blanks behind the quotation mark
    bool m_isStray = false; ///< what was read last
    bool m_isCut = false;
    JsonMends m_mends;
};

} // namespace roadloom
