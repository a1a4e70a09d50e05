// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>
#include <utility>

namespace roadloom {

struct HttpRequest {
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers {}; ///< besides those of every request
    std::optional<QByteArray> body {}; ///< JSON to POST; none: a GET
};

} // namespace roadloom
