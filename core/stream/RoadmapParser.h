// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/stream/RoadmapPreview.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <memory>

namespace roadloom {

/// Reads the JSON of a roadmap, or of one stage, while it grows, once and in time linear in its
/// length, into the events of a preview: see RoadmapHandler.h for what is a node where, and for the
/// bounds. It is mended on the way (see JsonMender); nesting beyond 64 levels ends the preview.
/// Keeps none of the text. Memory goes by depth and by the open nodes.
class RoadmapParser {
public:
    RoadmapParser();
    RoadmapParser(RoadmapParser&&) noexcept;
    RoadmapParser& operator=(RoadmapParser&&) noexcept;
    Q_DISABLE_COPY(RoadmapParser)
    ~RoadmapParser();

    /// Takes what the JSON has grown by since the last call; `json` is all of it, from its '{'.
    void follow(const QString& json, QList<PreviewEvent>& out);
    /// Another JSON takes the place of this one, from its beginning on: what was told is void.
    void restart(QList<PreviewEvent>& out);
    /// Tells what has come of an unfinished name, if anything new has.
    void tellGrowth(QList<PreviewEvent>& out);

private:
    class Reader;

    std::unique_ptr<Reader> m_reader;
    qsizetype m_taken = 0; ///< of the JSON, in UTF-16 units
};

} // namespace roadloom
