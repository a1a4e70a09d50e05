// SPDX-License-Identifier: Apache-2.0
#pragma once

class QUrl;
class QWidget;

namespace roadloom {

struct Policy;

/// Asks whether to open an address that stood in a model's words: shows all of it, and opens or
/// copies only what the reader presses. Other addresses than of web pages can only be copied, and
/// so can all where the policy lets none be opened. Returns at once.
void askAboutLink(const QUrl& address, const Policy& policy, QWidget* window);

} // namespace roadloom
