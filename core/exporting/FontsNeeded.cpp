// SPDX-License-Identifier: Apache-2.0
#include "core/exporting/FontsNeeded.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace roadloom {

std::optional<Error> findFontsError()
{
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) != nullptr)
        return std::nullopt;
    return Error { ErrorKind::Internal,
        QCoreApplication::translate("FontsNeeded",
            "This format cannot be made here, since there are "
            "no fonts. Choose another one."),
        u"no QGuiApplication"_s };
}

} // namespace roadloom
