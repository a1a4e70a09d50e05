// SPDX-License-Identifier: Apache-2.0
#include "app/ClassCodePrompt.h"

#include "app/ChosenSource.h"

namespace roadloom {

namespace {

constexpr int mostQuestions = 3; // more wrong codes, and the hub lets the whole address wait

} // namespace

ClassCodePrompt::ClassCodePrompt(ChosenSource& source, QObject* parent)
    : QObject(parent)
    , m_source(source)
{
    source.setAsksForCode(LinePrompt::isSomebodyThere());
    connect(&source, &ChosenSource::codeWanted, this, &ClassCodePrompt::ask);
    connect(&m_prompt, &LinePrompt::answered, this, &ClassCodePrompt::take);
}

void ClassCodePrompt::ask()
{
    const bool isAgain = m_asked++ > 0;
    if (m_asked > mostQuestions || !LinePrompt::isSomebodyThere())
        m_source.giveCode({});
    else
        m_prompt.ask(isAgain ? tr("This is not the class code. Type it once more:")
                             : tr("The class code, as your teacher shows it:"));
}

void ClassCodePrompt::take(const QString& line)
{
    const QByteArray code = line.toUtf8().replace(' ', QByteArray()); // as it is read aloud
    if (code.isEmpty() || fitsHeader(code))
        m_source.giveCode(code);
    else
        ask();
}

} // namespace roadloom
