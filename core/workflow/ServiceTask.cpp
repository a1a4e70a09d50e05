// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/ServiceTask.h"

#include "core/workflow/ServiceEndpoint.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace roadloom {

bool ServiceTask::isAt(const QUrl& url) const
{
    return isTaskId(id) && service == serviceAddress(url);
}

QString serviceAddress(const QUrl& service)
{
    return generateStreamUrl(service)
        .adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment)
        .toString(QUrl::FullyEncoded);
}

bool isTaskId(const QString& id)
{
    static const QRegularExpression form(u"^(?:[a-z0-9]{1,16}-)?[0-9a-f-]{36}\\z"_s);
    return form.match(id).hasMatch();
}

} // namespace roadloom
