// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace roadloom {

class Library;
class RunJournal;
class WindowMemory;

/// What outlasts the window. Null where nothing is to be kept, else it must outlive the window.
struct WindowStores {
    Library* library = nullptr; ///< open
    WindowMemory* memory = nullptr;
    RunJournal* journal = nullptr; ///< of that library; it has the runs of the window's source
    QString logFolder {}; ///< empty: no log is kept
};

} // namespace roadloom
