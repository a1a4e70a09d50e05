// SPDX-License-Identifier: Apache-2.0
// All of Boost.JSON that is not in its headers, compiled here instead of linked. A model's stream
// is one small document after the other, and a quarter of the time to read one goes into calls from
// Boost's shared library to itself.
#include <boost/json/src.hpp>
