#include "indexer/schema/with_xapian.hpp"

#include <string>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"

namespace bulletin {

void rethrow_xapian_error(std::string_view attempt) {
  const auto say = [&](const Xapian::Error& error) {
    const std::string cause = error.get_msg();
    const std::string reason = error.get_error_string() != nullptr
                                   ? std::string(" (") + error.get_error_string() + ")"
                                   : std::string();
    return "cannot " + std::string(attempt) + ": " + cause + reason;
  };
  try {
    throw;
  } catch (const Xapian::DatabaseNotFoundError& error) {
    throw Error(ErrorCode::kIndexNotFound, say(error));
  } catch (const Xapian::DatabaseLockError& error) {
    throw Error(ErrorCode::kIndexLocked,
                "cannot " + std::string(attempt) + ": another program is writing to it",
                "wait until it has ended, then try again");
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::kIndexMismatch, say(error), "build the index again from its sources");
  } catch (const Xapian::DatabaseModifiedError& error) {
    throw Error(ErrorCode::kIndexChanged, say(error));
  } catch (const Xapian::Error& error) {
    const char* cause = error.get_error_string();
    throw Error(ErrorCode::kInternal, say(error),
                cause != nullptr ? next_step_after(std::string(cause)) : std::string());
  }
}

}  // namespace bulletin
