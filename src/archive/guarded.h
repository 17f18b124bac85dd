// From what is thrown inside this folder to what its users get. Private to archive.
#pragma once

#include "archive/disk.h"
#include "archive/object.h"
#include "base/diagnostic.h"

namespace vanthu::archive {

/// Calls `work`, which gives a Result<T>. std::bad_alloc goes on to whoever can do something about it.
template <class T, class Work> Result<T> guarded(Work work) {
    try {
        return work();
    } catch (const Damage& damage) {
        return Result<T>::failed(damage.diagnostic());
    } catch (const DiskFault& fault) {
        return Result<T>::failed(fault.diagnostic());
    }
}

} // namespace vanthu::archive
