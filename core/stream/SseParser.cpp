// SPDX-License-Identifier: Apache-2.0
#include "core/stream/SseParser.h"
