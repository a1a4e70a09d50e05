// SPDX-License-Identifier: Apache-2.0
#include "core/base/VectorRegisters.h"

namespace roadloom {

#if defined(__x86_64__) && defined(__GNUC__)

namespace {

[[gnu::target("avx")]] void zeroUpperHalves()
{
    __builtin_ia32_vzeroupper();
}

} // namespace

void releaseUpperHalves()
{
    static const bool hasAvx = __builtin_cpu_supports("avx") != 0;
    if (hasAvx)
        zeroUpperHalves();
}

#else

void releaseUpperHalves() { }

#endif

} // namespace roadloom
