// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace roadloom {

/// To be called ahead of work on many bytes; costs next to nothing, and does nothing without AVX.
///
/// Some functions return with the upper halves of the vector registers in use: with Qt 6.4, putting
/// a string into a QHash does, and so each request over HTTP. From then on every SSE instruction,
/// which must leave that half as it is, waits for the one before it that wrote the same register:
/// Boost.JSON takes twice the time. Source: Intel 64 and IA-32 Architectures Optimization
/// Reference Manual, "Mixing AVX Code with SSE Code"; XGETBV with ECX = 1 tells the state.
void releaseUpperHalves();

} // namespace roadloom
