// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace roadloom {

/// Values on their way to one thread from any others, in order. Whoever takes them sees all that
/// was done before they were put.
template <typename T>
class Mailbox {
public:
    /// Whether it was empty: whoever takes is to be woken.
    [[nodiscard]] bool put(T value)
    {
        const std::lock_guard lock(m_mutex);
        m_values.push_back(std::move(value));
        return m_values.size() == 1;
    }
    /// All that is there, the oldest first.
    [[nodiscard]] std::vector<T> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_values, {});
    }

private:
    std::mutex m_mutex;
    std::vector<T> m_values;
};

} // namespace roadloom
