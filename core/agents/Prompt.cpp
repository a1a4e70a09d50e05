// SPDX-License-Identifier: Apache-2.0
#include "core/agents/Prompt.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

QString readPrompt(const QString& name, Language language)
{
    QFile file(u":/prompts/%1/%2.md"_s.arg(languageCode(language), name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "renderPrompt", qPrintable(file.fileName()));
    return opened ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

QString renderPrompt(const QString& name, Language language, const PromptValues& values)
{
    const QString source = readPrompt(name, language);
    QString prompt;
    qsizetype done = 0;
    while (true) {
        const qsizetype open = source.indexOf("{{"_L1, done);
        const qsizetype close = open < 0 ? -1 : source.indexOf("}}"_L1, open);
        if (close < 0)
            break;
        const QString key = source.sliced(open + 2, close - open - 2);
        Q_ASSERT_X(values.contains(key), "renderPrompt", qPrintable(key));
        prompt += QStringView(source).sliced(done, open - done);
        prompt += values.value(key);
        done = close + 2;
    }
    prompt += QStringView(source).sliced(done);
    return prompt;
}

} // namespace roadloom
