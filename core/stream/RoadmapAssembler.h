// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/AnswerSplitter.h"
#include "core/stream/RoadmapParser.h"
#include "core/stream/RoadmapPreview.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace roadloom {

/// Turns an agent's answer, while it streams, into its prose and into a growing preview of the
/// roadmap in its JSON: the framework, an outline of it, or the expansion of one stage. The text is
/// in the form of AnswerSplitter; a structured answer has gone through NarrationExtractor. Broken
/// JSON is read as JsonMender mends it; what is none in any reading brings no preview.
///
/// Linear in the text. Any split of it yields the same events but for a growing name, of which each
/// call tells the latest: at most one event a call and string, so that a name may be told in one
/// event or in many, of which the last is the same. A call that brings no event allocates nothing,
/// but for json() to grow and for prose.
class RoadmapAssembler {
public:
    /// Takes the next piece; appends to `out`, and returns the prose that can be shown now.
    [[nodiscard]] QString feed(QStringView piece, QList<PreviewEvent>& out);
    /// Ends the answer: returns the prose still held back. Nothing may be fed after it. Nodes that
    /// have not closed stay open: the answer was cut there.
    [[nodiscard]] QString finish(QList<PreviewEvent>& out);

    /// See AnswerSplitter.
    [[nodiscard]] const QString& json() const { return m_splitter.json(); }
    [[nodiscard]] bool hasOverflowed() const { return m_splitter.hasOverflowed(); }
    [[nodiscard]] bool isInPlainProse() const { return m_splitter.isInPlainProse(); }

private:
    void followJson(QList<PreviewEvent>& out);

    AnswerSplitter m_splitter;
    RoadmapParser m_parser;
    int m_block = 0; ///< which of the blocks that the splitter has kept is being parsed
};

} // namespace roadloom
