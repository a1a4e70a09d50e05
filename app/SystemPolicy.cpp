// SPDX-License-Identifier: Apache-2.0
#include "app/SystemPolicy.h"

#include "core/storage/PolicyFile.h"

namespace roadloom {

Policy systemPolicy()
{
    return readPolicy(policyFolders(
        QStringLiteral(ROADLOOM_POLICY_FOLDER), qEnvironmentVariable("XDG_CONFIG_DIRS")));
}

} // namespace roadloom
