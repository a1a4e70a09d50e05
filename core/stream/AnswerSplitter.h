// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace roadloom {

/// Tells an agent's words for the learner from its result, while the answer streams. An answer is
/// prose, then JSON: in a fence (```json, or ``` whose content starts with '{'), or bare ('{' as the
/// first character of a line). Other fences (```python) are prose. Text after the JSON is prose
/// again. Linear in the text; any split of the input yields the same.
class AnswerSplitter {
public:
    /// Takes the next piece; returns the prose that can be shown now. Characters that may yet turn
    /// out to begin the JSON (blanks and backquotes at a line start) are held back.
    [[nodiscard]] QString feed(QStringView piece);

    /// Ends the answer: returns the prose still held back.
    [[nodiscard]] QString finish();

    /// The result's JSON text: the first block tagged `json`, else the first block, complete or cut;
    /// empty if none has begun. Without the fence lines.
    [[nodiscard]] const QString& json() const;

private:
    // implementation to be designed by whoever writes AnswerSplitter.cpp
};

} // namespace roadloom
