// SPDX-License-Identifier: Apache-2.0
#include "core/workflow/AgentEvent.h"
