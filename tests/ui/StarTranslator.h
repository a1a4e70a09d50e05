// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTranslator>

namespace roadloom {

/// Says "* " before every text, as a translation that has them all.
class StarTranslator : public QTranslator {
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char* /*context*/, const char* text,
        const char* /*disambiguation*/, int /*n*/) const override
    {
        return QStringLiteral("* ") + QString::fromUtf8(text);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace roadloom
