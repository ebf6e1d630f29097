#include "indexer/schema/with_xapian.hpp"

#include <string>

#include "indexer/base/disk.hpp"
#include "indexer/base/error.hpp"

namespace bulletin {

namespace {

constexpr auto kSeeDisk =
    "see whether the disk is full or failing, then run the same again: the index is as it was";

// What xapian-tcpsrv without --writable says to whoever wants to write.
constexpr auto kReadOnlyServer = "REMOTE:Server is read-only";

}  // namespace

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
    // The same error tells that the lock could not even be asked for.
    if (const std::string step = next_step_after(error.get_msg()); !step.empty()) {
      throw Error(ErrorCode::kInternal, say(error), step);
    }
    throw Error(ErrorCode::kIndexLocked,
                "cannot " + std::string(attempt) + ": another program is writing to it",
                "wait until it has ended, then try again");
  } catch (const Xapian::DatabaseVersionError& error) {
    throw Error(ErrorCode::kIndexMismatch, say(error), "build the index again from its sources");
  } catch (const Xapian::DatabaseModifiedError& error) {
    throw Error(ErrorCode::kIndexChanged, say(error));
  } catch (const Xapian::NetworkError& error) {
    const std::string where = error.get_context().empty() ? "" : "; " + error.get_context();
    throw Error(ErrorCode::kShardAbsent, say(error) + where,
                "see that the server of the shard runs and can be reached, then try again");
  } catch (const Xapian::SerialisationError& error) {
    throw Error(ErrorCode::kShardAbsent, say(error),
                "see what it is that answers in the place of a shard: bulletin-index shards");
  } catch (const Xapian::InvalidOperationError& error) {
    if (error.get_msg() == kReadOnlyServer) {
      throw Error(ErrorCode::kBadUsage,
                  "cannot " + std::string(attempt) + ": the server of a shard only reads",
                  "serve it by xapian-tcpsrv --writable, or write where the shard lies");
    }
    // A generation in the making cannot go back to an earlier commit, and says only that where the
    // disk has refused one.
    const std::string step = next_step_after(error.get_msg());
    throw Error(ErrorCode::kInternal, say(error), step.empty() ? kSeeDisk : step);
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::kInternal, say(error), next_step_after(say(error)));
  }
}

}  // namespace bulletin
