// SPDX-License-Identifier: Apache-2.0
#include "core/llm/OpenAiChatModel.h"
