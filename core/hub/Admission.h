// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hub/AllowedOrigins.h"
#include "core/hub/HttpAnswer.h"
#include "core/hub/HubRoute.h"
#include "core/hub/IncomingRequest.h"

#include <QString>

#include <chrono>
#include <optional>
#include <variant>

namespace roadloom {

class SeatBook;

/// A seat's id, or, without a class, nobody in particular.
using Asker = std::optional<QString>;

/// What a request may have.
struct Admitted {
    HubRoute route;
    Asker asker;
};

/// Who may ask the hub for what, which a request's header alone decides.
///
/// With a class, whoever has not joined may do so, and ask how the hub is; a page's script may use
/// the hub if its page is named (Fetch standard, CORS protocol). Without a class whoever reaches
/// the hub may use it: that must not be a page whose name was made to lead to this machine (DNS
/// rebinding), which its browser takes for the page's own server. The hub's figures are for its own
/// machine.
class Admission {
public:
    /// The longest body, in bytes, that those may send who need not have joined.
    static constexpr qlonglong longestOfStrangers = 4096;

    struct Decision {
        std::variant<Admitted, HttpAnswer> outcome; ///< an answer: no
        HttpFields fields {}; ///< of whatever is answered
    };

    /// Without a class `seats` is null; else it must outlive this.
    explicit Admission(SeatBook* seats, AllowedOrigins allowed = {});

    /// `isFromHere`: the client is on the hub's machine, or one of its proxies is. `now` is of a
    /// clock that never jumps.
    [[nodiscard]] Decision decide(
        const IncomingRequest& header, bool isFromHere, std::chrono::seconds now) const;

private:
    [[nodiscard]] std::variant<Admitted, HttpAnswer> admit(
        const IncomingRequest& header, bool isFromHere, std::chrono::seconds now) const;

    SeatBook* m_seats;
    AllowedOrigins m_allowed;
};

/// Also for those who have not joined the class.
[[nodiscard]] bool isForAll(HubAction action);

} // namespace roadloom
