// SPDX-License-Identifier: Apache-2.0
#include "core/agents/AnswerForm.h"

#include "core/agents/Prompt.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace roadloom {

namespace {

json::object readSchema(const QString& name)
{
    QFile file(u":/schemas/%1.json"_s.arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "answerForm", qPrintable(file.fileName()));
    const Result<json::value> schema = parseJson(opened ? file.readAll() : "{}"_ba);
    Q_ASSERT_X(schema && schema.value().is_object(), "answerForm", qPrintable(file.fileName()));
    return schema ? schema.value().as_object() : json::object();
}

} // namespace

AnswerSchema answerForm(const QString& name, Language language)
{
    return { .name = name,
        .schema = readSchema(name),
        .instructions = renderPrompt(u"structured_answer"_s, language).trimmed() };
}

} // namespace roadloom
