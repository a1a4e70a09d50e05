// SPDX-License-Identifier: Apache-2.0
#include "core/roadmap/RoadmapRules.h"
