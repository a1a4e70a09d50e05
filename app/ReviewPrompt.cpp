// SPDX-License-Identifier: Apache-2.0
#include "app/ReviewPrompt.h"

#include "app/Terminal.h"
#include "core/exporting/RoadmapText.h"

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

/// What people type who mean Enter; no wish is so short.
bool isConsent(const QString& line)
{
    static const QStringList words { u"y"_s, u"yes"_s, u"ok"_s, u"好"_s, u"好的"_s, u"是"_s };
    return words.contains(line, Qt::CaseInsensitive);
}

} // namespace

ReviewPrompt::ReviewPrompt(QObject* parent)
    : QObject(parent)
{
    connect(&m_prompt, &LinePrompt::answered, this,
        [this](const QString& line) { Q_EMIT answered(isConsent(line) ? QString() : line); });
}

void ReviewPrompt::ask(const Roadmap& roadmap)
{
    terminal::say(u'\n' + roadmapAsText(roadmap));
    m_prompt.ask(tr("Is the roadmap as you want it? Press Enter to accept it, or write what to "
                    "change, in one line:"));
}

} // namespace roadloom
